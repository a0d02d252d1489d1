import { dateOfDay, dayNumber } from '../date'
import { type FactDefinition, type FactScalar, type FactTable, type FactValues, isInterval } from '../facts'
import type { Area } from '../region'
import type { Leaf } from './condition'

/** Facts by number: what place each has in a row, and how its value becomes a number. */
export interface Numbering {
  readonly ids: readonly string[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly convert: readonly ((value: FactScalar) => number)[]
}

/**
 * A fact's value as one number, for tables and columns: a bool is 0 or 1, a choice its place among the options,
 * choices a bit set of places, a date its day, a region its code.
 * Options are only ever appended to a fact, so that stored numbers keep their meaning.
 */
function converter(definition: FactDefinition): (value: FactScalar) => number {
  switch (definition.type) {
    case 'bool':
      return (value) => (value ? 1 : 0)
    case 'one of': {
      const places = new Map(Object.keys(definition.options).map((key, place) => [key, place]))
      return (value) => places.get(value as string) ?? Number.NaN
    }
    case 'set of': {
      const bits = new Map(Object.keys(definition.options).map((key, place) => [key, 1 << place]))
      return (value) => (value as readonly string[]).reduce((set, key) => set | (bits.get(key) ?? 0), 0)
    }
    case 'date':
      return (value) => dayNumber(value as string)
    default:
      return Number
  }
}

export function numberingOf(table: FactTable): Numbering {
  const ids = Object.keys(table)
  return {
    ids,
    placeOf: new Map(ids.map((id, place) => [id, place])),
    convert: Object.values(table).map(converter),
  }
}

/** Back from numbers to values, for the statements that read facts as they are told. */
export function factsOfRow(
  table: FactTable,
  numbering: Numbering,
  columns: readonly number[],
  valueAt: (column: number) => number,
): FactValues {
  const facts: Record<string, FactScalar> = {}
  for (const column of columns) {
    const value = valueAt(column)
    const id = numbering.ids[column] as string
    const definition = table[id]
    if (definition && !Number.isNaN(value)) facts[id] = fromNumber(definition, value)
  }
  return facts
}

function fromNumber(definition: FactDefinition, value: number): FactScalar {
  switch (definition.type) {
    case 'bool':
      return value === 1
    case 'date':
      return dateOfDay(value)
    case 'code':
      return String(value).padStart(6, '0')
    case 'one of':
      return Object.keys(definition.options)[value] ?? ''
    case 'set of':
      return Object.keys(definition.options).filter((_, place) => (value >> place) & 1)
    default:
      return value
  }
}

/**
 * A company as a row of numbers; unknown and declined facts are NaN, facts that the table does not have are passed
 * over. Of an interval no class is known for certain: it is NaN too, and its fact is added to `spread`.
 */
export function rowOf(
  numbering: Numbering,
  facts: FactValues,
  row: Float64Array = new Float64Array(numbering.ids.length),
  spread: string[] = [],
): Float64Array {
  const { placeOf, convert } = numbering
  row.fill(Number.NaN)
  // Most companies tell a few facts of many: these are gone through, not those that might have been told.
  for (const id in facts) {
    const value = facts[id]
    const place = placeOf.get(id)
    if (value === undefined || value === null || place === undefined) continue
    // Most facts are numbers and bools: those need no call.
    if (typeof value === 'number') row[place] = value
    else if (typeof value === 'boolean') row[place] = value ? 1 : 0
    else if (isInterval(value)) spread.push(id)
    else row[place] = (convert[place] as (value: FactScalar) => number)(value)
  }
  return row
}

const bitsOf = (definition: { readonly options: object }, keys: readonly string[]): number =>
  Object.keys(definition.options).reduce((bits, key, place) => (keys.includes(key) ? bits | (1 << place) : bits), 0)

/** The six-digit codes of an area: from the first up to, not including, the second. */
function codesOf(area: Area): readonly [number, number] {
  const size = 10 ** (6 - area.length)
  return [Number(area) * size, (Number(area) + 1) * size]
}

/**
 * A statement about a number, reduced to what a machine compares: a value among few (`bits` holds the places that
 * pass), any of some bits, or a bound between two cuts.
 */
export type NumberTest =
  | { readonly kind: 'place'; readonly bits: number }
  | { readonly kind: 'bits'; readonly bits: number }
  | { readonly kind: 'cuts'; readonly cuts: readonly number[]; readonly passes: (value: number) => boolean }

const cut = (at: number, passes: (value: number) => boolean): NumberTest => ({ kind: 'cuts', cuts: [at], passes })

export function numberTest(leaf: Leaf, definition: FactDefinition): NumberTest {
  if ('is' in leaf) return { kind: 'place', bits: leaf.is ? 0b10 : 0b01 }
  if ('oneOf' in leaf && 'options' in definition) return { kind: 'place', bits: bitsOf(definition, leaf.oneOf) }
  if ('hasAny' in leaf && 'options' in definition) return { kind: 'bits', bits: bitsOf(definition, leaf.hasAny) }
  if ('within' in leaf) {
    const [from, to] = codesOf(leaf.within)
    return { kind: 'cuts', cuts: [from, to], passes: (code) => code >= from && code < to }
  }
  if ('atLeast' in leaf) return cut(leaf.atLeast, (value) => value >= leaf.atLeast)
  if ('moreThan' in leaf) return cut(leaf.moreThan, (value) => value > leaf.moreThan)
  if ('atMost' in leaf) return cut(leaf.atMost, (value) => value <= leaf.atMost)
  if ('lessThan' in leaf) return cut(leaf.lessThan, (value) => value < leaf.lessThan)
  if ('onOrAfter' in leaf) {
    const day = dayNumber(leaf.onOrAfter)
    return cut(day, (value) => value >= day)
  }
  if ('onOrBefore' in leaf) {
    const day = dayNumber(leaf.onOrBefore)
    return cut(day, (value) => value <= day)
  }
  throw new Error(`${JSON.stringify(leaf)} does not fit a fact of type ${definition.type}`)
}
