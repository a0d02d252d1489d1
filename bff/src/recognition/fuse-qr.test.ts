import type { ReadField, Reading } from '@suanhui/shared/papers'
import { expect, it } from 'vitest'
import { fuseQr } from './fuse-qr'

const ocr = (value: string | number): ReadField => ({ value, source: 'ocr', confidence: 0.95, status: 'suggested' })
const reading = (fields: Readonly<Record<string, ReadField>>): Reading => ({
  kind: 'invoice',
  kindConfidence: 1,
  fields,
  lines: [],
  seals: [],
  pages: [],
  disagreements: [],
})
const QR = { type: '31', number: '26442000005310626521', sum: { fen: 3_160_500, of: 'total' } } as const

it('what code and text say alike is verified', () => {
  const { fields, disagreements } = fuseQr(reading({ number: ocr(QR.number), type: ocr('31') }), QR)
  expect(fields.number).toMatchObject({ value: QR.number, source: 'qr', status: 'verified' })
  expect(disagreements).toEqual([])
})

it('what they say otherwise stands as the code says, for a person to look at', () => {
  const { fields, disagreements } = fuseQr(reading({ number: ocr('26442000005310626528'), totalFen: ocr(1) }), QR)
  expect(fields.number).toMatchObject({ value: QR.number, status: 'suggested' })
  expect(fields.totalFen).toMatchObject({ value: 3_160_500, status: 'suggested' })
  expect(disagreements).toEqual(['number', 'totalFen'])
})

it('a code alone proves nothing', () => {
  const { fields, disagreements } = fuseQr(reading({}), QR)
  expect(Object.values(fields).map(({ status }) => status)).toEqual(['suggested', 'suggested', 'suggested'])
  expect(disagreements).toEqual([])
})

it('a sum that was proven when it was read stays proven', () => {
  const proven: ReadField = { ...ocr(3_160_500), status: 'verified' }
  expect(fuseQr(reading({ totalFen: proven }), QR).fields.totalFen).toEqual(proven)
})
