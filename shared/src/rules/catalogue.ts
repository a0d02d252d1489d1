import type { IsoDate } from '../date'
import type { FactTable } from '../facts'
import type { Area } from '../region'
import type { Measure, MeasureId } from './measure'

/** A policy document with its measures: the content of one folder in `policies/`. */
export interface PolicyDocument {
  readonly id: string
  readonly title: string
  /** 文号 */
  readonly documentNo: string
  readonly issuer: string
  readonly level: 'province' | 'city'
  readonly region: Area
  readonly issuedOn: IsoDate
  /** Both days included. */
  readonly inForce: { readonly from: IsoDate; readonly to: IsoDate }
  /** Services are subsidised within these days only, both included. */
  readonly serviceWindow?: { readonly from: IsoDate; readonly to: IsoDate }
  /** `history`: kept to be read, never offered. */
  readonly listing: 'open' | 'history'
  /** What it is about, in two sentences. */
  readonly summary: string
  /** Every clause of the text, in order; one without a measure says why. */
  readonly clauses: readonly { readonly clause: string; readonly title: string; readonly withoutMeasure?: string }[]
  readonly measures: readonly Measure[]
}

/** Measures that exclude one another: the same thing is not paid twice, the higher sum is taken. */
export interface ConflictGroup {
  readonly title: string
  readonly measures: readonly MeasureId[]
}

/** All that is needed to decide, as plain JSON. */
export interface Catalogue {
  /** Grows when the shape changes; a phone that knows a smaller one keeps what it has. */
  readonly format: 1
  /** Date and content: `2026-11-21+3f9c0a1b`. */
  readonly version: string
  readonly facts: FactTable
  /** Names of the areas that conditions speak of. */
  readonly areas: Readonly<Record<Area, string>>
  readonly documents: readonly PolicyDocument[]
  readonly groups: readonly ConflictGroup[]
}
