import type { Condition, Measure } from '@suanhui/shared/rules'
import { placed } from '../twelve'
import { sumOutside } from './closures'
import { boundsOf } from './dialect'
import { leastPaid, paidOf } from './paid'
import type { Peer } from './peer'
import { flagOf, nameOf, type Plain, toPlain } from './plain'

interface Test {
  readonly fact: string
  readonly operator: string
  readonly value: unknown
}
type Tests = Test | { readonly all: readonly Tests[] } | { readonly any: readonly Tests[] }

interface Almanac {
  factValue(name: string): Promise<Plain>
}
interface Engine {
  addRule(rule: {
    readonly conditions: Tests
    readonly event: { readonly type: string; readonly params: object }
  }): void
  addFact(name: string, compute: (params: unknown, almanac: Almanac) => Promise<number>): void
  run(facts: object): Promise<{ readonly events: readonly { readonly params: { readonly index: number } }[] }>
}

const OPERATOR = {
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
  '<=': 'lessThanInclusive',
  '<': 'lessThan',
} as const

/** Flat where it can be: every level of nesting is a promise more. */
function testsOf(condition: Condition): readonly Tests[] {
  if ('all' in condition) return condition.all.flatMap(testsOf)
  if ('any' in condition) return [{ any: condition.any.map(together) }]
  const fact = nameOf(condition.fact)
  if ('is' in condition) return [{ fact, operator: 'equal', value: condition.is }]
  if ('oneOf' in condition) return [{ fact, operator: 'in', value: condition.oneOf }]
  if ('hasAny' in condition) {
    const flags = condition.hasAny.map((option) => ({
      fact: flagOf(condition.fact, option),
      operator: 'equal',
      value: true,
    }))
    return flags.length === 1 ? flags : [{ any: flags }]
  }
  return boundsOf(condition).map(([comparison, value]) => ({ fact, operator: OPERATOR[comparison], value }))
}

function together(condition: Condition): Tests {
  const tests = testsOf(condition)
  const [only] = tests
  return tests.length === 1 && only !== undefined ? only : { all: tests }
}

const AT_LEAST = OPERATOR['>=']

function paidTests(name: string, measure: Measure): readonly Test[] {
  const paid = paidOf(measure)
  if (paid.kind === 'implied') return []
  if (paid.kind === 'bound') return [{ fact: nameOf(paid.fact), operator: AT_LEAST, value: paid.atLeast }]
  return [{ fact: `${name}Sum`, operator: AT_LEAST, value: leastPaid(measure) }]
}

export const jsonRulesEngine: Peer = {
  label: 'json-rules-engine',
  package: { name: 'json-rules-engine', version: '7.3.1' },
  sums: 'plain JavaScript',
  pass: 64,
  phone: true,
  prepare(module) {
    const { Engine } = module as {
      readonly Engine: new (rules: readonly never[], options: { readonly allowUndefinedFacts: boolean }) => Engine
    }
    const engine = new Engine([], { allowUndefinedFacts: true })
    const sums = placed.map(({ measure }) => sumOutside(measure))
    for (const [index, { name, measure }] of placed.entries()) {
      // It has no arithmetic: such a sum is a fact that plain JavaScript computes when a rule asks for it.
      if (paidOf(measure).kind === 'computed')
        engine.addFact(
          `${name}Sum`,
          async (_, almanac) => sums[index]?.(await almanac.factValue('company')) ?? Number.NaN,
        )
      engine.addRule({
        conditions: { all: [...measure.criteria.flatMap(testsOf), ...paidTests(name, measure)] },
        event: { type: name, params: { index } },
      })
    }
    return {
      input: toPlain,
      async evaluate(input) {
        const company = input as Plain
        const { events } = await engine.run({ ...company, company })
        const verdicts = placed.map(() => -1)
        for (const { params } of events) verdicts[params.index] = sums[params.index]?.(company) ?? Number.NaN
        return verdicts
      },
    }
  },
}
