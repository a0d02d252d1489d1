import type { Condition, Measure } from '@suanhui/shared/rules'
import { placed } from '../twelve'
import { boundsOf, conditionIn, type Dialect, measureIn, sumIn } from './dialect'
import { leastPaid, paidOf, sumOf } from './paid'
import { type Peer, verdict } from './peer'
import { nameOf, toPlain } from './plain'

const zen: Dialect<string> = {
  fact: (name) => name,
  value: (value) => `${value}`,
  is: (name, value) => `${name} == ${typeof value === 'string' ? `'${value}'` : value}`,
  compare: (left, comparison, right) => `${left} ${comparison} ${right}`,
  and: (parts) => `(${parts.join(' and ')})`,
  or: (parts) => `(${parts.join(' or ')})`,
  plus: (parts) => `(${parts.join(' + ')})`,
  minus: (left, right) => `(${left} - ${right})`,
  times: (left, right) => `(${left} * ${right})`,
  over: (left, right) => `(${left} / ${right})`,
  least: (left, right) => `min([${left}, ${right}])`,
  most: (left, right) => `max([${left}, ${right}])`,
  choose: (condition, then, otherwise) => `(${condition} ? ${then} : ${otherwise})`,
}

interface Decision {
  evaluate(company: unknown): Promise<{ readonly result: Readonly<Record<string, unknown>> }>
}
interface ZenModule {
  readonly ZenEngine: new () => { createDecision(graph: object): Decision }
}

const port = (type: string) => ({ id: type, name: type, type, position: { x: 0, y: 0 } })

/** Input, the nodes side by side, output. */
const graphOf = (nodes: readonly { readonly id: string }[]) => ({
  nodes: [port('inputNode'), ...nodes, port('outputNode')],
  edges: nodes.flatMap(({ id }) => [
    { id: `in-${id}`, sourceId: 'inputNode', targetId: id, type: 'edge' },
    { id: `out-${id}`, sourceId: id, targetId: 'outputNode', type: 'edge' },
  ]),
})

const common = { passThrough: false, inputField: null, outputPath: null, executionMode: 'single' }

const expressionNode = {
  id: 'all',
  name: 'all',
  type: 'expressionNode',
  position: { x: 0, y: 0 },
  content: {
    ...common,
    expressions: placed.map(({ name, measure }) => ({ id: name, key: name, value: measureIn(zen, measure) })),
  },
}

/** A condition as columns of a table: a field and what its value must be. */
function columnsOf(condition: Condition): readonly (readonly [string, string])[] {
  if ('all' in condition) return condition.all.flatMap(columnsOf)
  if ('any' in condition || 'hasAny' in condition) return [[conditionIn(zen, condition), 'true']]
  const field = nameOf(condition.fact)
  if ('is' in condition) return [[field, `${condition.is}`]]
  if ('oneOf' in condition) return [[field, condition.oneOf.map((option) => `'${option}'`).join(', ')]]
  return boundsOf(condition).map(([comparison, bound]) => [field, `${comparison} ${bound}`])
}

function paidColumns(measure: Measure, sum: string): readonly (readonly [string, string])[] {
  const paid = paidOf(measure)
  if (paid.kind === 'implied') return []
  return paid.kind === 'bound' ? [[nameOf(paid.fact), `>= ${paid.atLeast}`]] : [[sum, `>= ${leastPaid(measure)}`]]
}

const tableNodes = placed.map(({ name, measure }) => {
  const sum = sumIn(zen, sumOf(measure))
  const columns = [...measure.criteria.flatMap(columnsOf), ...paidColumns(measure, sum)]
  const inputs = columns.map(([field], index) => ({ id: `i${index}`, name: `i${index}`, field }))
  const row = Object.fromEntries(columns.map(([, test], index) => [`i${index}`, test]))
  const otherwise = Object.fromEntries(columns.map((_, index) => [`i${index}`, '']))
  return {
    id: name,
    name,
    type: 'decisionTableNode',
    position: { x: 0, y: 0 },
    content: {
      ...common,
      hitPolicy: 'first',
      inputs,
      outputs: [{ id: 'sum', name: 'sum', field: name }],
      rules: [
        { _id: `${name}-1`, ...row, sum },
        { _id: `${name}-2`, ...otherwise, sum: '-1' },
      ],
    },
  }
})

const peer = (label: string, graph: object): Peer => ({
  label,
  package: { name: '@gorules/zen-engine', version: '0.54.0' },
  sums: 'engine',
  pass: 64,
  phone: false,
  prepare(module) {
    const decision = new (module as ZenModule).ZenEngine().createDecision(graph)
    return {
      input: toPlain,
      async evaluate(company) {
        const { result } = await decision.evaluate(company)
        return placed.map(({ name }) => verdict(result[name]))
      },
    }
  },
})

export const zenExpressions = peer('zen-engine (one expression node)', graphOf([expressionNode]))
export const zenTables = peer('zen-engine (12 decision tables)', graphOf(tableNodes))
