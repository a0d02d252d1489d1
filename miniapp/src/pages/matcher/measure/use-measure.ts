import type { CriterionResult } from '@suanhui/shared/decision'
import type { WarningRule } from '@suanhui/shared/rules'
import { useRef } from 'react'
import { useParam } from '../../../navigation'
import { findMeasure } from '../../../stores/catalogue'
import { useMatch } from '../use-match'

/** The facts a filing rule looks at, each asked only once the one before makes it matter. */
export function filingFacts(rule: WarningRule, facts: Readonly<Record<string, unknown>>): readonly string[] {
  if (facts[rule.viaPlatform] !== false) return [rule.viaPlatform]
  return [rule.viaPlatform, rule.signedOn, ...(typeof facts[rule.signedOn] === 'string' ? [rule.filedOn] : [])]
}

/** One measure as it stands with the answers on this phone; undefined where the catalogue has none of that id. */
export function useMeasure() {
  const id = useParam('id')
  const matched = useMatch([id])
  const found = findMeasure(matched.catalogue, id)
  const decision = matched.result.decisions.find((one) => one.measureId === id)
  const amountFacts = useAmountFacts(decision?.missing ?? [], decision?.criteria ?? [])
  if (found === undefined || decision === undefined) return undefined
  const { document, measure } = found
  const rivals = matched.catalogue.groups.flatMap((group) => {
    const others = group.measures.filter((other) => other !== id && group.measures.includes(id))
    return others.map((other) => ({ group, other: findMeasure(matched.catalogue, other) }))
  })
  return {
    ...matched,
    document,
    measure,
    decision,
    amountFacts,
    filing: (measure.warnings ?? []).flatMap((rule) => filingFacts(rule, matched.facts)),
    rivals,
    selected: matched.result.plan.selected.includes(id),
    displaced: matched.result.plan.displaced.find((one) => one.measureId === id),
  }
}

/**
 * What the sum still asks for, beside the criteria. A fact once shown stays: it must not vanish under the fingers of
 * someone who is typing it.
 */
function useAmountFacts(missing: readonly string[], criteria: readonly CriterionResult[]): readonly string[] {
  const shown = useRef(new Set<string>())
  const ofCriteria = criteria.flatMap((criterion) => criterion.facts)
  for (const fact of missing) if (!ofCriteria.includes(fact)) shown.current.add(fact)
  return [...shown.current]
}

export type OpenMeasure = NonNullable<ReturnType<typeof useMeasure>>
