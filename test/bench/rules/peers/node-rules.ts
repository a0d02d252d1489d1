import { placed } from '../twelve'
import { closures, sumOutside } from './closures'
import { criteriaIn } from './dialect'
import type { Peer } from './peer'
import { type Plain, toPlain } from './plain'

interface Flow {
  when(outcome: boolean): void
  next(): void
}
interface Rule {
  condition(flow: Flow, company: Plain): void
  consequence(flow: Flow): void
}
interface RuleEngine {
  register(rules: readonly Rule[]): void
  execute(company: Plain, done: () => void): void
}
interface Options {
  /** Else it clones and compares the company for every rule. */
  readonly ignoreFactChanges: boolean
}

export const nodeRules: Peer = {
  label: 'node-rules',
  package: { name: 'node-rules', version: '9.2.0' },
  sums: 'plain JavaScript',
  pass: 256,
  phone: true,
  prepare(module) {
    const { RuleEngine } = module as {
      readonly RuleEngine: new (rules: readonly Rule[], options: Options) => RuleEngine
    }
    const engine = new RuleEngine([], { ignoreFactChanges: true })
    let company: Plain = {}
    let sums: number[] = []
    engine.register(
      placed.map(({ measure }, index): Rule => {
        const criteria = criteriaIn(closures, measure)
        const sum = sumOutside(measure)
        return {
          condition: (flow, facts) => flow.when(criteria.every((criterion) => criterion(facts))),
          consequence: (flow) => {
            sums[index] = sum(company)
            flow.next()
          },
        }
      }),
    )
    const blank = placed.map(() => -1)
    return {
      input: toPlain,
      evaluate: (input) =>
        new Promise((resolve) => {
          company = input as Plain
          sums = [...blank]
          engine.execute(company, () => resolve(sums))
        }),
    }
  },
}
