import { placed } from '../twelve'
import { type Dialect, measureIn } from './dialect'
import type { Peer, Verdicts } from './peer'
import { toPlain } from './plain'

const source: Dialect<string> = {
  fact: (name) => `c.${name}`,
  value: (value) => `${value}`,
  is: (name, value) => `(c.${name}===${JSON.stringify(value)})`,
  compare: (left, comparison, right) => `(${left}${comparison}${right})`,
  and: (parts) => `(${parts.join('&&')})`,
  or: (parts) => `(${parts.join('||')})`,
  plus: (parts) => `(${parts.join('+')})`,
  minus: (left, right) => `(${left}-${right})`,
  times: (left, right) => `(${left}*${right})`,
  over: (left, right) => `(${left}/${right})`,
  least: (left, right) => `Math.min(${left},${right})`,
  most: (left, right) => `Math.max(${left},${right})`,
  choose: (condition, then, otherwise) => `(${condition}?${then}:${otherwise})`,
}

/** What a programmer would write by hand, made by the same translation: as fast as JavaScript goes, without "unknown". */
export const generated: Peer = {
  label: 'generated JavaScript (the limit of the language, two-valued)',
  sums: 'engine',
  pass: 4096,
  phone: false,
  prepare() {
    const text = placed.map(({ measure }) => measureIn(source, measure)).join(',')
    const evaluate = new Function('c', `return [${text}]`) as (company: unknown) => Verdicts
    return { input: toPlain, evaluate }
  },
}
