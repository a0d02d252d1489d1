import type { PaperKind, ReadField, Reading } from '@suanhui/shared/papers'
import type { Truth } from '../papers/invoice-data'

/** The values of a reading that the truth knows of. */
export const valuesOf = (reading: Reading, truth: Truth): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.keys(truth).map((name) => [name, reading.fields[name]?.value]))

export interface WrongField {
  readonly name: string
  readonly field: ReadField
  readonly truth: string | number
}

/** Fields that say something else than the paper. */
export const wrongFields = (reading: Reading, truth: Truth): readonly WrongField[] =>
  Object.entries(truth).flatMap(([name, value]) => {
    const field = reading.fields[name]
    return field && field.value !== value ? [{ name, field, truth: value }] : []
  })

export const wronglyVerified = (reading: Reading, truth: Truth): readonly string[] =>
  wrongFields(reading, truth)
    .filter(({ field }) => field.status === 'verified')
    .map(({ name }) => name)

export const rightFields = (reading: Reading, truth: Truth): number =>
  Object.entries(truth).filter(([name, value]) => reading.fields[name]?.value === value).length

export const fileOf = (
  bytes: Uint8Array,
  kind?: PaperKind,
): { bytes: Uint8Array; mediaType: string; kind?: PaperKind } => ({ bytes, mediaType: '', ...(kind && { kind }) })
