import type { FactDefinition, FactTable, FactValues } from '../facts'
import { type Catalogue, type Condition, evaluate, type Leaf, type Measure } from '../rules'
import type { Decision } from './answer'

const MOST = 8

/** What share of companies passes a test of a fact of this kind, where its definition does not say. */
const USUAL = { bool: 0.5, region: 0.4, number: 0.5 } as const

function optionShare(definition: FactDefinition, keys: readonly string[]): number {
  if (definition.type !== 'one of' && definition.type !== 'set of') return USUAL.number
  const usual = definition.type === 'one of' ? 1 / Object.keys(definition.options).length : 0.2
  const shares = keys.map((key) => definition.priors?.[key] ?? usual)
  return definition.type === 'one of'
    ? Math.min(
        1,
        shares.reduce((sum, one) => sum + one, 0),
      )
    : 1 - shares.reduce((none, one) => none * (1 - one), 1)
}

/** How likely a company is to fail the statement, before anyone asked. It orders questions and decides nothing. */
function leafFails(leaf: Leaf, table: FactTable): number {
  const definition = table[leaf.fact]
  if (definition === undefined) return USUAL.bool
  if ('is' in leaf) {
    const yes = definition.type === 'bool' ? (definition.prior ?? USUAL.bool) : USUAL.bool
    return leaf.is ? 1 - yes : yes
  }
  if ('oneOf' in leaf) return 1 - optionShare(definition, leaf.oneOf)
  if ('hasAny' in leaf) return 1 - optionShare(definition, leaf.hasAny)
  return 'within' in leaf ? 1 - USUAL.region : 1 - USUAL.number
}

type Odds = Map<string, number>

/** Facts that can still decide the condition, each with the chance that its answer makes the condition fail. */
function failOdds(condition: Condition, table: FactTable, facts: FactValues): Odds {
  if (evaluate(condition, facts) !== 'unknown') return new Map()
  if ('fact' in condition) return new Map([[condition.fact, leafFails(condition, table)]])
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => failOdds(part, table, facts))
  const odds: Odds = new Map()
  for (const part of parts) for (const [fact, chance] of part) odds.set(fact, either(odds.get(fact) ?? 0, chance))
  if ('all' in condition) return odds
  // One alternative alone rarely settles an "or" against the company: its chance is shared by all open facts.
  const together = [...odds.values()].reduce((product, chance) => product * chance, 1)
  return new Map([...odds.keys()].map((fact) => [fact, together / odds.size]))
}

const either = (a: number, b: number): number => 1 - (1 - a) * (1 - b)

/** Facts of the amount that are worth asking: of two ways to tell a base, the direct one first. */
function amountFacts(measure: Measure, missing: readonly string[], facts: FactValues): readonly string[] {
  if (!('sum' in measure.amount) || !('share' in measure.amount.sum) || typeof measure.amount.sum.of === 'string')
    return missing
  const { inWindow, settled, excluded, start, end } = measure.amount.sum.of
  const detours: readonly string[] = [settled, excluded, start, end]
  return facts[inWindow] === undefined ? missing.filter((fact) => !detours.includes(fact)) : missing
}

/** What is still open for one measure, most likely to end it first: the order in which it would be asked alone. */
function openOdds(
  measure: Measure,
  decision: Decision,
  table: FactTable,
  facts: FactValues,
): readonly (readonly [string, number])[] {
  const odds: Odds = new Map()
  for (const criterion of measure.criteria) {
    for (const [fact, chance] of failOdds(criterion, table, facts)) odds.set(fact, either(odds.get(fact) ?? 0, chance))
  }
  for (const fact of amountFacts(measure, decision.missing, facts)) if (!odds.has(fact)) odds.set(fact, 0)
  return [...odds].filter(([fact]) => facts[fact] === undefined).sort((a, b) => b[1] - a[1])
}

/**
 * The facts to ask next, most useful first, at most 8: by how many questions over all measures an answer is expected
 * to spare. Nothing that a decided measure would need; nothing that was declined (`null`). Empty when nothing more
 * would change an answer.
 *
 * A measure is asked about in the order most likely to end it and stops at the first failure, so question i is reached
 * with probability rᵢ, and Pᵢ questions are expected before it. Having its answer already spares rᵢ + fᵢ·Pᵢ of them:
 * itself, and with chance fᵢ all that stood before it.
 */
export function nextQuestions(
  catalogue: Catalogue,
  decisions: readonly Decision[],
  facts: FactValues,
): readonly string[] {
  const worth = new Map<string, number>()
  const measures = catalogue.documents.flatMap((document) => document.measures)
  for (const [index, measure] of measures.entries()) {
    const decision = decisions[index]
    if (decision === undefined || decision.missing.length === 0) continue
    let reached = 1
    let before = 0
    for (const [fact, fails] of openOdds(measure, decision, catalogue.facts, facts)) {
      worth.set(fact, (worth.get(fact) ?? 0) + reached + fails * before)
      before += reached
      reached *= 1 - fails
    }
  }
  return [...worth.keys()].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).slice(0, MOST)
}
