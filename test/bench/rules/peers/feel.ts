import { placed } from '../twelve'
import { type Dialect, measureIn } from './dialect'
import { type Peer, verdict } from './peer'
import { toPlain } from './plain'

const feel: Dialect<string> = {
  fact: (name) => name,
  value: (value) => `${value}`,
  is: (name, value) => `${name} = ${JSON.stringify(value)}`,
  compare: (left, comparison, right) => `${left} ${comparison} ${right}`,
  and: (parts) => `(${parts.join(' and ')})`,
  or: (parts) => `(${parts.join(' or ')})`,
  plus: (parts) => `(${parts.join(' + ')})`,
  minus: (left, right) => `(${left} - ${right})`,
  times: (left, right) => `(${left} * ${right})`,
  over: (left, right) => `(${left} / ${right})`,
  least: (left, right) => `min(${left}, ${right})`,
  most: (left, right) => `max(${left}, ${right})`,
  choose: (condition, then, otherwise) => `(if ${condition} then ${then} else ${otherwise})`,
}

interface Feelin {
  evaluate(text: string, context: unknown): unknown
}

/** FEEL, the expression language of DMN. Its only entry parses the text at each call. */
export const feelin: Peer = {
  label: 'feelin (FEEL; parses at each call)',
  package: { name: 'feelin', version: '8.2.0' },
  sums: 'engine',
  pass: 4,
  phone: false,
  prepare(module) {
    const engine = module as Feelin
    const texts = placed.map(({ measure }) => measureIn(feel, measure))
    const unwrap = (answer: unknown): unknown =>
      typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer
    return {
      input: toPlain,
      evaluate: (company) => texts.map((text) => verdict(unwrap(engine.evaluate(text, company)))),
    }
  },
}
