import { type Decision, Engine, type State } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import { blankCoded, type Coded, code, codeRow, rowOf, runMasks, sumRange, truthOf } from '@suanhui/shared/rules'
import { ON } from '../companies'
import { twelve } from '../twelve'
import type { Peer, Verdicts } from './peer'

const readDecision = ({ status, amount }: Decision): number =>
  status === 'undetermined' ? Number.NaN : status === 'eligible' ? (amount?.maxFen ?? 0) : -1

/** Status, sum, what is missing and what to be warned of, of each measure. */
export const oursDecisions: Peer = {
  label: 'ours, whole decisions: amounts, missing facts, warnings',
  sums: 'engine',
  pass: 2048,
  phone: true,
  prepare() {
    const engine = new Engine(twelve)
    return {
      input: (facts) => facts,
      evaluate: (facts) => engine.decideAll(facts as FactValues, ON).map(readDecision),
    }
  },
}

/** What the peers answer with, from one of three forms of a company: verdicts, and the sums of the eligible. */
function verdicts(label: string, form: 'facts' | 'row' | 'codes'): Peer {
  return {
    label,
    sums: 'engine',
    pass: 4096,
    phone: true,
    prepare() {
      const engine = new Engine(twelve)
      const { masks } = engine
      const out = new Int32Array(masks.words * 2)
      const read = (facts: FactValues, rows: State['rows']): Verdicts => {
        runMasks(masks, rows, out)
        return engine.rules.map(({ index, measure }) => {
          const truth = truthOf(masks.words, out, index)
          if (truth === 'false') return -1
          if (truth === 'unknown') return Number.NaN
          return 'sum' in measure.amount ? (sumRange(measure.amount.sum, facts).most ?? 0) : 0
        })
      }
      if (form === 'codes')
        return {
          input: (facts) => engine.state(facts),
          evaluate: (input) => read((input as State).facts, (input as State).rows),
        }
      const room = blankCoded(masks)
      if (form === 'row')
        return {
          input: (facts): Coded => ({ ...room, facts, row: rowOf(masks.numbering, facts) }),
          evaluate(input) {
            const coded = input as Coded
            codeRow(masks, coded)
            return read(coded.facts, coded.rows)
          },
        }
      return {
        input: (facts) => facts,
        evaluate: (input) => read(input as FactValues, code(masks, input as FactValues, room).rows),
      }
    },
  }
}

export const oursFacts = verdicts('ours, from facts as people tell them', 'facts')
export const oursRow = verdicts('ours, from numbers', 'row')
export const oursCodes = verdicts('ours, from codes as a session keeps them', 'codes')
