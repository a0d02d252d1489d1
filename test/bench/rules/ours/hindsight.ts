import type { FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { type Condition, evaluate, factsOf, factsOfSum, type Measure, paysTruth, sumRange } from '@suanhui/shared/rules'
import { ON, onlyFacts } from '../companies'

/** Each way is a set of facts that proves the verdict; one of them must be known. */
type Ways = readonly (readonly string[])[]

const inForce: readonly Measure[] = catalogue.documents
  .filter(({ inForce }) => inForce.from <= ON && ON <= inForce.to)
  .flatMap((document) => document.measures)

/** Every smallest set of facts that by itself proves what the condition says of the company. */
function proofs(facts: readonly string[], proves: (known: FactValues) => boolean, company: FactValues): Ways {
  const found: (readonly string[])[] = []
  const subsets = Array.from({ length: 2 ** facts.length }, (_, bits) => facts.filter((_, at) => (bits >> at) & 1))
  for (const subset of subsets.sort((a, b) => a.length - b.length)) {
    if (found.some((smaller) => smaller.every((fact) => subset.includes(fact)))) continue
    if (proves(onlyFacts(company, subset))) found.push(subset)
  }
  return found
}

/** What must be known of each measure: all of these demands, each in one of its ways. */
function demandsOf(measure: Measure, company: FactValues): readonly Ways[] {
  const fails: Condition[] = measure.criteria.filter((one) => evaluate(one, company) === 'false')
  const sum = 'sum' in measure.amount ? measure.amount.sum : undefined
  if (fails.length > 0)
    return [fails.flatMap((one) => proofs(factsOf(one), (known) => evaluate(one, known) === 'false', company))]
  const paysNothing = (known: FactValues) => paysTruth(measure.amount, known) === 'false'
  if (sum && paysNothing(company)) return [proofs(factsOfSum(sum), paysNothing, company)]
  const settled = (known: FactValues) => {
    if (sum === undefined) return true
    const range = sumRange(sum, known)
    return range.bases.length === 0 && range.classes.length === 0 && range.least === range.most
  }
  const criteria = measure.criteria.map((one) =>
    proofs(factsOf(one), (known) => evaluate(one, known) === 'true', company),
  )
  return sum ? [...criteria, proofs(factsOfSum(sum), settled, company)] : criteria
}

const LIMIT = 20_000

/** The smallest set of facts, beside those known, that would have proved every decision. */
export function fewestAnswers(company: FactValues, known: readonly string[]): number {
  const demands = inForce.flatMap((measure) => demandsOf(measure, company))
  const must = new Set(known)
  for (const ways of demands) if (ways.length === 1) for (const fact of ways[0] ?? []) must.add(fact)
  const open = demands
    .map((ways) => ways.map((way) => way.filter((fact) => !must.has(fact))))
    .filter((ways) => ways.every((way) => way.length > 0))
    .sort((a, b) => a.length - b.length)
  let best = Number.POSITIVE_INFINITY
  let visited = 0
  const extend = (chosen: ReadonlySet<string>): void => {
    if (visited++ > LIMIT || chosen.size >= best) return
    const next = open.find((ways) => !ways.some((way) => way.every((fact) => chosen.has(fact))))
    if (next === undefined) {
      best = chosen.size
      return
    }
    const helps = (way: readonly string[]) =>
      open.filter((ways) => ways.some((one) => one.every((fact) => way.includes(fact) || chosen.has(fact)))).length
    const ranked = next.map((way) => ({ way, worth: helps(way) })).sort((a, b) => b.worth - a.worth)
    for (const { way } of ranked) extend(new Set([...chosen, ...way]))
  }
  extend(new Set())
  return must.size - known.length + best
}
