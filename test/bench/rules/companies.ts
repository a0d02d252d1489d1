import type { FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { syntheticCompanies } from '@suanhui/shared/rules'

export const ON = '2026-11-21'

/** Nobody can have settled a sum inside the window for a service that lies outside it. */
function consistent(facts: FactValues): FactValues {
  const window = catalogue.documents.find((one) => one.id === 'hn-2026-168')?.serviceWindow
  const start = facts['compute.serviceStart'] as string | undefined
  const end = facts['compute.serviceEnd'] as string | undefined
  const outside = window && ((start && start > window.to) || (end && end < window.from))
  return outside && facts['compute.settledInWindowFen'] !== undefined
    ? { ...facts, 'compute.settledInWindowFen': 0 }
    : facts
}

/** Companies that exist nowhere, the same for the same seed; each fact is known with probability `known`. */
export function companies(count: number, seed: number, known = 1): readonly FactValues[] {
  const next = syntheticCompanies(catalogue, seed, known)
  return Array.from({ length: count }, () => consistent(next()))
}

/** What a public register tells of a company, by the fact table. */
export const registryFacts: readonly string[] = Object.entries(catalogue.facts)
  .filter(([, definition]) => definition.prefill === 'registry')
  .map(([id]) => id)

export const onlyFacts = (facts: FactValues, ids: readonly string[]): Record<string, FactValues[string]> =>
  Object.fromEntries(ids.filter((id) => id in facts).map((id) => [id, facts[id]]))
