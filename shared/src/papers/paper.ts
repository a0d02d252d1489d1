import { type IsoDate, isIsoDate } from '../date'
import type { FieldValue } from './field'
import type { PaperKind } from './kinds'
import type { FieldSource, FoundSeal, PagePlace, PageReading, Reading, ReadLine } from './reading'

/** A value as the checks see it. `suggested`: read, but nobody has looked at it yet. */
export interface PaperValue {
  readonly value: FieldValue
  readonly source: FieldSource
  readonly status: 'confirmed' | 'verified' | 'suggested'
  readonly place?: PagePlace
}

export interface PaperLine extends ReadLine {
  /** Told by a person; absent: judged by its name. */
  readonly excluded?: boolean
}

/** A paper as the checks see it: what was read, with what a person confirmed put over it. */
export interface Paper {
  readonly id: string
  readonly kind: PaperKind
  readonly fields: Readonly<Record<string, PaperValue>>
  readonly lines: readonly PaperLine[]
  readonly seals: readonly FoundSeal[]
  readonly pages: readonly PageReading[]
  /** Fields two sources disagree about, and no person has decided. */
  readonly disagreements: readonly string[]
  /** Hash of the original file, where there is one: the same file is the same paper. */
  readonly hash?: string
  /** An earlier paper of this company with the same content, as the server found it. */
  readonly duplicateOf?: string
}

/** What a person said about a paper. A field of `null` stands not on it, whatever was read. */
export interface Confirmed {
  readonly kind?: PaperKind
  readonly fields: Readonly<Record<string, FieldValue | null>>
  readonly lines?: readonly PaperLine[]
}

export interface PaperOrigin {
  readonly id: string
  readonly hash?: string
  readonly duplicateOf?: string
}

/** The reading with a person's word over it: what a person confirmed wins over every other source. */
export function mergeConfirmed(origin: PaperOrigin, reading: Reading, confirmed: Confirmed): Paper {
  const fields: Record<string, PaperValue> = {}
  for (const [name, read] of Object.entries(reading.fields)) {
    if (Object.hasOwn(confirmed.fields, name)) continue
    const { value, source, status, place } = read
    fields[name] = { value, source, status, ...(place && { place }) }
  }
  for (const [name, value] of Object.entries(confirmed.fields)) {
    if (value === null) continue
    const read = reading.fields[name]
    // A value that was read, and that a person agrees with, keeps its source.
    const source = read && read.value === value ? read.source : 'person'
    fields[name] = { value, source, status: 'confirmed', ...(read?.place && { place: read.place }) }
  }
  return {
    ...origin,
    kind: confirmed.kind ?? reading.kind,
    fields,
    lines: confirmed.lines ?? reading.lines,
    seals: reading.seals,
    pages: reading.pages,
    disagreements: reading.disagreements.filter((name) => !Object.hasOwn(confirmed.fields, name)),
  }
}

export function textOf(paper: Paper, field: string): string | undefined {
  const value = paper.fields[field]?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Fen, counts: whatever is a number. */
export function numberOf(paper: Paper, field: string): number | undefined {
  const value = paper.fields[field]?.value
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export const isTrue = (paper: Paper, field: string): boolean => paper.fields[field]?.value === true

export function dateOf(paper: Paper, field: string): IsoDate | undefined {
  const text = textOf(paper, field)
  return text !== undefined && isIsoDate(text) ? text : undefined
}
