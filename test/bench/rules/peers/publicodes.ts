import type { FactValues } from '@suanhui/shared/facts'
import { placed } from '../twelve'
import { criteriaIn, type Dialect, sumIn } from './dialect'
import { sumOf } from './paid'
import type { Peer } from './peer'
import { definitionOf, factsRead, flagsOf, nameOf, toPlain } from './plain'

type Rules = Record<string, unknown>

interface Engine {
  setSituation(situation: object): Engine
  evaluate(name: string): { readonly nodeValue: unknown }
}

/** A formula in one line, or a mechanism that stands where a rule's value stands. */
type Part = string | { readonly [mechanism: string]: unknown }

/** Its formulas read names and figures only: a mechanism inside one becomes a rule of its own, once. */
function dialectInto(rules: Rules): Dialect<Part> & { text(part: Part): string } {
  const names = new Map<string, string>()
  const text = (part: Part): string => {
    if (typeof part === 'string') return part
    const key = JSON.stringify(part)
    const name = names.get(key) ?? `part${names.size + 1}`
    names.set(key, name)
    rules[name] = part
    return name
  }
  const inline = (left: Part, operator: string, right: Part): Part => `(${text(left)} ${operator} ${text(right)})`
  return {
    text,
    fact: (name) => name,
    value: (value) => `${value}`,
    is: (name, value) => (typeof value === 'string' ? `${name} = '${value}'` : value ? name : `${name} = non`),
    compare: (left, comparison, right) => `${text(left)} ${comparison} ${text(right)}`,
    and: (parts) => (parts.length === 1 ? (parts[0] ?? '') : { 'toutes ces conditions': parts.map(text) }),
    or: (parts) => (parts.length === 1 ? (parts[0] ?? '') : { 'une de ces conditions': parts.map(text) }),
    plus: (parts) => (parts.length === 2 ? inline(parts[0] ?? '', '+', parts[1] ?? '') : { somme: parts.map(text) }),
    minus: (left, right) => inline(left, '-', right),
    times: (left, right) => inline(left, '*', right),
    over: (left, right) => inline(left, '/', right),
    least: (left, right) => ({ 'le minimum de': [text(left), text(right)] }),
    most: (left, right) => ({ 'le maximum de': [text(left), text(right)] }),
    choose: (condition, then, otherwise) => ({
      variations: [{ si: text(condition), alors: text(then) }, { sinon: text(otherwise) }],
    }),
  }
}

const TYPE: Readonly<Record<string, string>> = { bool: 'booléen', 'one of': 'texte' }

function rulesOf(): Rules {
  const rules: Rules = {}
  for (const id of factsRead) {
    const definition = definitionOf(id)
    if (definition.type === 'set of') for (const flag of flagsOf(id)) rules[flag] = { question: flag, type: 'booléen' }
    else rules[nameOf(id)] = { question: id, type: TYPE[definition.type] ?? 'nombre' }
  }
  const dialect = dialectInto(rules)
  for (const { name, measure } of placed)
    rules[name] = {
      'applicable si': { 'toutes ces conditions': criteriaIn(dialect, measure).map(dialect.text) },
      valeur: dialect.text(sumIn(dialect, sumOf(measure))),
    }
  return rules
}

const situationOf = (facts: FactValues): object =>
  Object.fromEntries(
    Object.entries(toPlain(facts)).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? (value ? 'oui' : 'non') : typeof value === 'string' ? `'${value}'` : value,
    ]),
  )

/** Not applicable is null, not known is undefined. */
const read = (value: unknown): number => (value === null ? -1 : typeof value === 'number' ? value : Number.NaN)

export const publicodes: Peer = {
  label: 'publicodes',
  package: { name: 'publicodes', version: '1.10.3' },
  sums: 'engine',
  pass: 16,
  phone: true,
  prepare(module) {
    const { default: EngineClass } = module as {
      readonly default: new (rules: Rules, options: object) => Engine
    }
    const silent = { log: () => {}, warn: () => {}, error: () => {} }
    const engine = new EngineClass(rulesOf(), { logger: silent })
    return {
      input: situationOf,
      evaluate(situation) {
        engine.setSituation(situation as object)
        return placed.map(({ name }) => read(engine.evaluate(name).nodeValue))
      },
    }
  },
}
