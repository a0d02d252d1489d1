import type { PagePlace, ReadField, Reading } from '@suanhui/shared/papers'

const onPage = (place: PagePlace, first: number): PagePlace => ({ ...place, page: place.page + first })

const moved = (field: ReadField, first: number): ReadField =>
  field.place ? { ...field, place: onPage(field.place, first) } : field

/** However sure each page was of itself: where two say otherwise, a person has to look. */
const doubted = (fields: Reading['fields'], disagreements: ReadonlySet<string>): Reading['fields'] =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      disagreements.has(name) ? { ...field, status: 'suggested' } : field,
    ]),
  )

/**
 * Several files that are one paper, in order: each field from the page where it was read with most confidence,
 * `suggested` where pages disagree about it.
 */
export function mergeReadings(readings: readonly [Reading, ...Reading[]]): Reading {
  const [head] = readings
  const surest = readings.reduce((best, one) => (one.kindConfidence > best.kindConfidence ? one : best), head)
  const fields: Record<string, ReadField> = {}
  const disagreements = new Set(readings.flatMap((reading) => reading.disagreements))
  let first = 0
  const lines = []
  const seals = []
  const pages = []
  for (const reading of readings) {
    for (const [name, field] of Object.entries(reading.fields)) {
      const before = fields[name]
      if (before && before.value !== field.value) disagreements.add(name)
      if (before === undefined || field.confidence > before.confidence) fields[name] = moved(field, first)
    }
    lines.push(...reading.lines)
    seals.push(...reading.seals.map((seal) => ({ ...seal, place: onPage(seal.place, first) })))
    pages.push(...reading.pages)
    first += Math.max(1, reading.pages.length)
  }
  const { kind, kindConfidence } = surest
  return {
    kind,
    kindConfidence,
    fields: doubted(fields, disagreements),
    lines,
    seals,
    pages,
    disagreements: [...disagreements],
  }
}
