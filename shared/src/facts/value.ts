import type { IsoDate } from '../date'
import type { Fen } from '../money'
import type { RegionCode } from '../region'
import type { FactDefinition } from './definition'
import type { factDefinitions } from './table'

type Definitions = typeof factDefinitions

export type FactId = keyof Definitions

/** The definitions as machinery takes them: it may be a newer table than the one it was built with. */
export type FactTable = Readonly<Record<string, FactDefinition>>

/** The facts of one type: `FactsOfType<'fen'>` are the sums of money. */
export type FactsOfType<T extends FactDefinition['type']> = {
  [F in FactId]: Definitions[F]['type'] extends T ? F : never
}[FactId]

/** The keys one may choose from, for a fact of choices. */
export type FactOption<F extends FactId> = Definitions[F] extends { readonly options: infer O }
  ? keyof O & string
  : never

interface ValueByType {
  bool: boolean
  int: number
  number: number
  ratio: number
  fen: Fen
  date: IsoDate
  code: RegionCode
}

export type FactValue<F extends FactId> = Definitions[F]['type'] extends 'one of'
  ? FactOption<F>
  : Definitions[F]['type'] extends 'set of'
    ? readonly FactOption<F>[]
    : ValueByType[Definitions[F]['type'] & keyof ValueByType]

export type FactScalar = boolean | number | string | readonly string[]

/** What is known of one company. Absent: nobody asked. `null`: asked, and the person does not know. */
export type Facts = { readonly [F in FactId]?: FactValue<F> | null }

/** A number of which only this much is known: 20 to 49 people, both included. It is never widened to a point. */
export interface Interval {
  readonly least: number
  readonly most: number
}

export type FactGiven = FactScalar | Interval

/** The same, as machinery reads it: by any id, from any table. */
export type FactValues = Readonly<Record<string, FactGiven | null | undefined>>

export const isInterval = (value: FactGiven | null | undefined): value is Interval =>
  typeof value === 'object' && value !== null && 'least' in value && 'most' in value

/** Whether the fact has a value; a declined one (`null`) counts as unknown. */
export const isKnown = (facts: FactValues, id: string): boolean => facts[id] !== undefined && facts[id] !== null
