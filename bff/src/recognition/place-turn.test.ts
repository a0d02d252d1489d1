import type { Reading } from '@suanhui/shared/papers'
import { expect, it } from 'vitest'
import { turnedBack } from './place-turn'

const place = { page: 0, x: 0.1, y: 0.2, width: 0.3, height: 0.05 }
const reading: Reading = {
  kind: 'invoice',
  kindConfidence: 1,
  fields: { number: { value: '1', source: 'ocr', confidence: 1, status: 'suggested', place } },
  lines: [],
  seals: [],
  pages: [],
  disagreements: [],
}

it.each([
  [0, [0.1, 0.2, 0.3, 0.05]],
  [90, [0.2, 0.6, 0.05, 0.3]],
  [180, [0.6, 0.75, 0.3, 0.05]],
  [270, [0.75, 0.1, 0.05, 0.3]],
] as const)('a place in a picture turned by %i is told in the picture as it was', (turn, expected) => {
  const found = turnedBack(reading, [turn]).fields.number?.place
  const values = [found?.x, found?.y, found?.width, found?.height]
  values.forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 9)
  })
})
