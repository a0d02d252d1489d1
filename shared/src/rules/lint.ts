import type { IsoDate } from '../date'
import type { FactTable } from '../facts'
import { conditionsOfSum, factsOfSum } from './amount'
import type { Sum } from './amount-rule'
import type { Catalogue, PolicyDocument } from './catalogue'
import { type Condition, factsOf, idOf } from './condition'
import { evaluate } from './interpret'
import type { Measure } from './measure'
import { combinations, leavesOf, representatives } from './representatives'

/** A fault in the content, named so that whoever wrote it finds the place. */
export interface Finding {
  readonly rule: string
  /** Document, measure, criterion. */
  readonly where: string
  readonly text: string
}

type Lint = (catalogue: Catalogue, on: IsoDate) => readonly Finding[]

interface Placed {
  readonly document: PolicyDocument
  readonly measure: Measure
  readonly id: string
}

const placed = (catalogue: Catalogue): readonly Placed[] =>
  catalogue.documents.flatMap((document) =>
    document.measures.map((measure) => ({ document, measure, id: `${document.id}/${measure.slug}` })),
  )

const unknownFact: Lint = (catalogue) =>
  placed(catalogue).flatMap(({ measure, id }) => {
    const sum = 'sum' in measure.amount ? factsOfSum(measure.amount.sum) : []
    const warned = (measure.warnings ?? []).flatMap((rule) => [rule.viaPlatform, rule.signedOn, rule.filedOn])
    const read: readonly string[] = [...measure.criteria.flatMap(factsOf), ...sum, ...warned]
    return [...new Set(read)]
      .filter((fact) => !Object.hasOwn(catalogue.facts, fact))
      .map((fact) => ({ rule: 'unknown-fact', where: id, text: `reads ${fact}, which is not in the fact table` }))
  })

const unknownOption: Lint = (catalogue) =>
  placed(catalogue).flatMap(({ measure, id }) => {
    const conditions = [...measure.criteria, ...('sum' in measure.amount ? conditionsOfSum(measure.amount.sum) : [])]
    return conditions.flatMap(leavesOf).flatMap((leaf) => {
      const definition = catalogue.facts[leaf.fact]
      const keys: readonly string[] = 'oneOf' in leaf ? leaf.oneOf : 'hasAny' in leaf ? leaf.hasAny : []
      const options = definition && 'options' in definition ? definition.options : {}
      return keys
        .filter((key) => !Object.hasOwn(options, key))
        .map((key) => ({ rule: 'unknown-option', where: id, text: `${leaf.fact} has no option ${key}` }))
    })
  })

const clauseOf = (document: PolicyDocument, cite: string): boolean =>
  document.clauses.some(({ clause }) => cite === clause || cite.startsWith(clause))

const criterionWithoutClause: Lint = (catalogue) =>
  placed(catalogue).flatMap(({ document, measure, id }) => {
    const cites = [
      ...measure.criteria.map((one) => [idOf(one), one.cite] as const),
      ...measure.clauses.map((one) => ['clauses', one] as const),
    ]
    const bad = cites.filter(([, cite]) => cite === '' || !clauseOf(document, cite))
    return bad.map(([what, cite]) => ({
      rule: 'criterion-without-clause',
      where: `${id} ${what}`,
      text: cite === '' ? 'cites no clause' : `cites ${cite}, which the document does not list`,
    }))
  })

const clauseWithoutMeasure: Lint = (catalogue) =>
  catalogue.documents.flatMap((document) =>
    document.clauses
      .filter(({ clause, withoutMeasure }) => {
        const given = document.measures.some((measure) => measure.clauses.some((cite) => cite.startsWith(clause)))
        return given === (withoutMeasure !== undefined)
      })
      .map(({ clause, withoutMeasure }) => ({
        rule: 'clause-without-measure',
        where: `${document.id} ${clause}`,
        text:
          withoutMeasure === undefined
            ? 'gives no measure and does not say why'
            : 'is said to give none, but a measure cites it',
      })),
  )

/** Whether some company meets the condition together with every other one that reads no further fact. */
function reachable(condition: Condition, others: readonly Condition[], table: FactTable): boolean {
  const facts = factsOf(condition)
  const beside = others.filter((other) => factsOf(other).every((fact) => facts.includes(fact)))
  const classes = representatives([condition, ...beside], table)
  for (const company of combinations(facts, classes)) {
    if ([condition, ...beside].every((one) => evaluate(one, company) === 'true')) return true
  }
  return false
}

/** What each tier or choice of an amount needs, as conditions. */
function branchesOf(sum: Sum): readonly Condition[] {
  if ('choose' in sum) return sum.choose.map((option) => option.when)
  if ('total' in sum) return sum.total.flatMap(branchesOf)
  if (!('tiers' in sum)) return []
  return sum.tiers.map((tier, index): Condition => {
    const next = sum.tiers[index + 1]
    const reached: Condition = { fact: sum.by, atLeast: tier.atLeast }
    return next ? { all: [reached, { fact: sum.by, lessThan: next.atLeast }] } : reached
  })
}

const unreachableCriterion: Lint = (catalogue) =>
  placed(catalogue).flatMap(({ measure, id }) => {
    const criteria = measure.criteria.filter((one) => !reachable(one, measure.criteria, catalogue.facts)).map(idOf)
    const branches = 'sum' in measure.amount ? branchesOf(measure.amount.sum) : []
    const dead = branches.filter((one) => !reachable(one, measure.criteria, catalogue.facts))
    return [
      ...criteria.map((one) => ({
        rule: 'unreachable-criterion',
        where: `${id} ${one}`,
        text: 'no company can meet it',
      })),
      ...dead.map((one) => ({
        rule: 'unreachable-criterion',
        where: `${id} amount`,
        text: `no company reaches ${JSON.stringify(one)}`,
      })),
    ]
  })

const expiredOffered: Lint = (catalogue, on) =>
  catalogue.documents
    .filter((document) => document.inForce.to < on && document.listing === 'open')
    .map((document) => ({
      rule: 'expired-offered-as-open',
      where: document.id,
      text: `ended on ${document.inForce.to} and is still listed as open`,
    }))

const doubled = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]

const ambiguousId: Lint = (catalogue) => [
  ...doubled(placed(catalogue).map(({ id }) => id)).map((id) => ({
    rule: 'ambiguous-id',
    where: id,
    text: 'stands twice',
  })),
  ...placed(catalogue).flatMap(({ measure, id }) =>
    doubled(measure.criteria.map(idOf)).map((one) => ({
      rule: 'ambiguous-id',
      where: `${id} ${one}`,
      text: 'two criteria share this id',
    })),
  ),
]

const unknownMeasure: Lint = (catalogue) => {
  const ids = new Set(placed(catalogue).map(({ id }) => id))
  return catalogue.groups.flatMap((group) =>
    group.measures
      .filter((id) => !ids.has(id))
      .map((id) => ({ rule: 'unknown-measure', where: group.title, text: `${id} is in no document` })),
  )
}

const lints: readonly Lint[] = [
  unknownFact,
  unknownOption,
  criterionWithoutClause,
  clauseWithoutMeasure,
  unreachableCriterion,
  expiredOffered,
  ambiguousId,
  unknownMeasure,
]

/** Every fault of a catalogue on a day; none is the only good answer. */
export const lint = (catalogue: Catalogue, on: IsoDate): readonly Finding[] =>
  lints.flatMap((check) => check(catalogue, on))
