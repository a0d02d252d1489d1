import { dateOfDay } from '@suanhui/shared/date'
import type { Engine } from '@suanhui/shared/decision'
import type { FactScalar, FactValues } from '@suanhui/shared/facts'
import { type MeasurePlanes, truthOf } from '@suanhui/shared/rules'

/** Back from a number to the value that people tell. */
function told({ catalogue }: Engine, id: string, value: number): FactScalar {
  const definition = catalogue.facts[id]
  switch (definition?.type) {
    case 'bool':
      return value === 1
    case 'one of':
      return Object.keys(definition.options)[value] ?? ''
    case 'set of':
      return Object.keys(definition.options).filter((_, place) => (value >> place) & 1)
    case 'date':
      return dateOfDay(value)
    case 'code':
      return String(value)
    default:
      return value
  }
}

function factsAt(engine: Engine, columns: readonly Float64Array[], row: number): FactValues {
  const facts: Record<string, FactScalar> = {}
  for (const [place, id] of engine.masks.numbering.ids.entries()) {
    const value = columns[place]?.[row] ?? Number.NaN
    if (!Number.isNaN(value)) facts[id] = told(engine, id, value)
  }
  return facts
}

const said = ({ fail, open }: MeasurePlanes, row: number) => {
  const bit = 1 << (row & 31)
  if (((fail[row >> 5] ?? 0) & bit) !== 0) return 'false'
  return ((open[row >> 5] ?? 0) & bit) !== 0 ? 'unknown' : 'true'
}

/** The planes against the tables, company by company, every measure. */
export function differences(
  engine: Engine,
  columns: readonly Float64Array[],
  planes: readonly MeasurePlanes[],
  rows: readonly number[],
): number {
  let different = 0
  for (const row of rows) {
    const { out } = engine.state(factsAt(engine, columns, row))
    for (const [index, one] of planes.entries())
      if (said(one, row) !== truthOf(engine.masks.words, out, index)) different++
  }
  return different
}
