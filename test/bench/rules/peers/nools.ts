import { placed } from '../twelve'
import { sumOutside } from './closures'
import { conditionIn, type Dialect } from './dialect'
import { leastPaid } from './paid'
import type { Peer } from './peer'
import { type Plain, toPlain } from './plain'

const constraint: Dialect<string> = {
  fact: (name) => `c.${name}`,
  value: (value) => `${value}`,
  is: (name, value) => `c.${name} == ${typeof value === 'string' ? `'${value}'` : value}`,
  compare: (left, comparison, right) => `${left} ${comparison} ${right}`,
  and: (parts) => `(${parts.join(' && ')})`,
  or: (parts) => `(${parts.join(' || ')})`,
  plus: (parts) => `(${parts.join(' + ')})`,
  minus: (left, right) => `(${left} - ${right})`,
  times: (left, right) => `(${left} * ${right})`,
  over: (left, right) => `(${left} / ${right})`,
  least: (left, right) => `Math.min(${left}, ${right})`,
  most: (left, right) => `Math.max(${left}, ${right})`,
  choose: (condition, then, otherwise) => `(${condition} ? ${then} : ${otherwise})`,
}

interface Session {
  match(): Promise<void>
  dispose(): void
}
interface Flow {
  rule(name: string, pattern: readonly unknown[], action: (facts: { readonly c: Company }) => void): void
  getSession(company: Company): Session
}
interface Nools {
  flow(name: string, define: (flow: Flow) => void): Flow
}

class Company {
  readonly sums: number[] = placed.map(() => -1)
  constructor(readonly plain: Plain) {
    Object.assign(this, plain)
  }
}

export const nools: Peer = {
  label: 'nools (Rete)',
  package: { name: 'nools', version: '0.4.4' },
  sums: 'plain JavaScript',
  pass: 16,
  phone: false,
  prepare(module) {
    const { default: engine } = module as { readonly default: Nools }
    const flow = engine.flow('twelve', (made) => {
      for (const [index, { name, measure }] of placed.entries()) {
        const criteria = measure.criteria.map((criterion) => conditionIn(constraint, criterion))
        const sum = sumOutside(measure)
        // It has no min or max: whether the sum pays is asked where the rule fires.
        made.rule(name, [Company, 'c', criteria.join(' && ')], ({ c }) => {
          const paid = sum(c.plain)
          if (!(paid < leastPaid(measure))) c.sums[index] = paid
        })
      }
    })
    return {
      input: toPlain,
      async evaluate(plain) {
        const company = new Company(plain as Plain)
        const session = flow.getSession(company)
        await session.match()
        session.dispose()
        return company.sums
      },
    }
  },
}
