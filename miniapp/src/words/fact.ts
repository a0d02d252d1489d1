import type { FactDefinition, FactScalar } from '@suanhui/shared/facts'
import { formatValue } from '@suanhui/shared/rules'

export const DONT_KNOW = '不清楚'

/**
 * An answer as its owner would say it; "not known" too. `regionName` turns a code into a place: the list of places is
 * large and lies in the package that needs it.
 */
export function answerWords(
  definition: FactDefinition,
  value: FactScalar | null,
  regionName: (code: string) => string,
): string {
  if (value === null) return DONT_KNOW
  return definition.type === 'code' ? regionName(String(value)) : formatValue(definition, value)
}
