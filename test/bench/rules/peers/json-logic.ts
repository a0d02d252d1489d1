import { placed } from '../twelve'
import { type Dialect, measureIn } from './dialect'
import type { Peer } from './peer'
import { verdict } from './peer'
import { toPlain } from './plain'

type Logic = number | string | boolean | { readonly [operator: string]: Logic | readonly Logic[] }

const logic: Dialect<Logic> = {
  fact: (name) => ({ var: name }),
  value: (value) => value,
  is: (name, value) => ({ '===': [{ var: name }, value] }),
  compare: (left, comparison, right) => ({ [comparison]: [left, right] }),
  and: (parts) => (parts.length === 1 ? (parts[0] as Logic) : { and: parts }),
  or: (parts) => (parts.length === 1 ? (parts[0] as Logic) : { or: parts }),
  plus: (parts) => ({ '+': parts }),
  minus: (left, right) => ({ '-': [left, right] }),
  times: (left, right) => ({ '*': [left, right] }),
  over: (left, right) => ({ '/': [left, right] }),
  least: (left, right) => ({ min: [left, right] }),
  most: (left, right) => ({ max: [left, right] }),
  choose: (condition, then, otherwise) => ({ if: [condition, then, otherwise] }),
}

const rules = () => placed.map(({ measure }) => measureIn(logic, measure))

interface JsonLogicJs {
  apply(rule: Logic, data: unknown): unknown
}

export const jsonLogicJs: Peer = {
  label: 'json-logic-js',
  package: { name: 'json-logic-js', version: '2.0.5' },
  sums: 'engine',
  pass: 512,
  phone: true,
  prepare(module) {
    const { default: engine } = module as { readonly default: JsonLogicJs }
    const all = rules()
    return { input: toPlain, evaluate: (company) => all.map((rule) => verdict(engine.apply(rule, company))) }
  },
}

interface LogicEngine {
  run(rule: Logic, data: unknown): unknown
  build(rule: Logic): (data: unknown) => unknown
}

const LOGIC_ENGINE = { name: 'json-logic-engine', version: '5.0.7' }

const engineOf = (module: unknown): LogicEngine =>
  new (module as { readonly LogicEngine: new () => LogicEngine }).LogicEngine()

export const jsonLogicEngine: Peer = {
  label: 'json-logic-engine (interpreted)',
  package: LOGIC_ENGINE,
  sums: 'engine',
  pass: 1024,
  phone: true,
  prepare(module) {
    const engine = engineOf(module)
    const all = rules()
    return { input: toPlain, evaluate: (company) => all.map((rule) => verdict(engine.run(rule, company))) }
  },
}

export const jsonLogicEngineBuilt: Peer = {
  label: 'json-logic-engine (build(), generates code)',
  package: LOGIC_ENGINE,
  sums: 'engine',
  pass: 4096,
  phone: false,
  prepare(module) {
    const engine = engineOf(module)
    const all = rules().map((rule) => engine.build(rule))
    return { input: toPlain, evaluate: (company) => all.map((rule) => verdict(rule(company))) }
  },
}
