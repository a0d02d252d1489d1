import type { PaperDetail } from '@suanhui/shared/api'
import { describe, expect, it } from 'vitest'
import { fieldsOf, paperOf, typedOf, valueTyped, valueWords } from './fields'

const read = (value: string | number, status: 'verified' | 'suggested') => ({
  value,
  source: 'ocr' as const,
  confidence: 0.9,
  status,
})

const detail: PaperDetail = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'payment_slip',
  status: 'read',
  pages: [],
  createdAt: '2026-11-21T02:00:00.000Z',
  inUse: false,
  reading: {
    kind: 'payment_slip',
    kindConfidence: 1,
    fields: {
      payerName: read('长沙测试智能有限公司', 'suggested'),
      payeeName: read('长沙测试算力有限公司', 'verified'),
      amountFen: read(1_060_000, 'suggested'),
      purpose: read('算力费', 'suggested'),
      bank: read('测试银行', 'suggested'),
    },
    lines: [],
    seals: [],
    pages: [],
    disagreements: ['payeeName'],
  },
  confirmed: { fields: { amountFen: 1_060_000, serial: null, bank: '另一家测试银行' } },
}

const fields = (of: PaperDetail = detail) => {
  const paper = paperOf(of)
  return Object.fromEntries(paper === undefined ? [] : fieldsOf(paper, of).map((one) => [one.name, one]))
}

describe('fields of a paper', () => {
  it.each([
    ['read off a picture and needed', 'payerName', { state: 'suggested', toLook: true }],
    ['two sources disagree', 'payeeName', { state: 'disagree', toLook: true }],
    ['confirmed as read', 'amountFen', { state: 'confirmed', toLook: false, source: 'ocr' }],
    ['corrected', 'bank', { state: 'confirmed', toLook: false, source: 'person' }],
    ['read, but not needed', 'purpose', { state: 'suggested', toLook: false }],
    ['needed and not read', 'paidOn', { state: 'unread', toLook: true }],
    ['said not to be on it', 'serial', { state: 'confirmed', toLook: false, absent: true }],
  ])('%s', (_name, field, expected) => expect(fields()[field]).toMatchObject(expected))

  it('are all to be filled in where nothing was read', () => {
    const none = { ...detail, reading: null, confirmed: { fields: {} } }
    expect(
      Object.values(fields(none))
        .filter(({ toLook }) => toLook)
        .map(({ name }) => name),
    ).toEqual(['payerName', 'payeeName', 'amountFen', 'paidOn'])
  })

  it('are none while nobody knows which kind of paper it is', () =>
    expect(fields({ ...detail, kind: null })).toEqual({}))
})

describe('values', () => {
  it.each([
    ['fen', 1_060_001, '10,600.01元'],
    ['fen', 10_600_000, '106,000.00元（10.6万元）'],
    ['fen', -500, '-5.00元'],
    ['date', '2026-11-03', '2026年11月3日'],
    ['bool', true, '是'],
    ['number', 8, '8'],
    ['id', '26432000000012346521', '26432000000012346521'],
  ] as const)('%s %s is read as %s', (type, value, words) => expect(valueWords(type, value)).toBe(words))

  it.each([
    ['fen', '１０６０．５', 106_050],
    ['fen', '¥1,060.50元', 106_050],
    ['fen', '0.29', 29],
    ['fen', '1060.505', undefined],
    ['fen', '一千', undefined],
    ['number', '8', 8],
    ['text', ' 测试 ', '测试'],
    ['text', '　', undefined],
    ['bool', 'false', false],
  ] as const)('%s typed as %s', (type, text, value) => expect(valueTyped(type, text)).toBe(value))

  it('stand in their box as they are typed', () => {
    expect(valueTyped('fen', typedOf('fen', 106_050))).toBe(106_050)
    expect(typedOf('text', undefined)).toBe('')
  })
})
