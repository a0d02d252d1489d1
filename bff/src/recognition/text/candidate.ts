import type { FieldValue } from '@suanhui/shared/papers'
import type { Piece } from './layout'

/**
 * How a value was found. `checked`: it confirms itself, by a check digit, a sum, or the amount in words. `labelled`:
 * it stands beside its label, in the form that it must have. `guessed`: where and how it stands makes it likely.
 */
export type Trust = 'checked' | 'labelled' | 'guessed'

/** A value that text on the page suggests for a field. */
export interface Candidate<T extends FieldValue = FieldValue> {
  readonly value: T
  readonly trust: Trust
  /** The worst of its lines. */
  readonly confidence: number
  /** Where it stands. */
  readonly pieces: readonly Piece[]
}

export type Candidates = Readonly<Record<string, Candidate | undefined>>

/** What was found, and the fields for which the page itself says two things. */
export interface Extracted {
  readonly candidates: Candidates
  readonly disagreements: readonly string[]
}

export const candidate = <T extends FieldValue>(value: T, trust: Trust, pieces: readonly Piece[]): Candidate<T> => ({
  value,
  trust,
  confidence: Math.min(1, ...pieces.map((one) => one.confidence)),
  pieces,
})
