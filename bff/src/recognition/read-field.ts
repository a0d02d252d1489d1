import type { FieldSource, FieldValue, ReadField } from '@suanhui/shared/papers'

/** Fields by name, those without a value left out: what was not read is absent. */
export function exactFields(
  values: Readonly<Record<string, FieldValue | undefined>>,
  source: FieldSource,
  status: ReadField['status'] = 'verified',
): Readonly<Record<string, ReadField>> {
  const fields: Record<string, ReadField> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === '') continue
    fields[name] = { value, source, confidence: status === 'verified' ? 1 : 0.9, status }
  }
  return fields
}
