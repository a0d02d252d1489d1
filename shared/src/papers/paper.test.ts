import { expect, it } from 'vitest'
import { mergeConfirmed, textOf } from './paper'
import type { Reading } from './reading'

const place = { page: 0, x: 0.1, y: 0.1, width: 0.3, height: 0.05 }
const reading: Reading = {
  kind: 'invoice',
  kindConfidence: 0.9,
  fields: {
    number: { value: '26432000000012346521', source: 'qr', confidence: 1, status: 'verified' },
    buyerName: { value: '长沙测试智告有限公司', source: 'ocr', confidence: 0.8, status: 'suggested', place },
    remark: { value: '长沙', source: 'ocr', confidence: 0.4, status: 'suggested' },
  },
  lines: [{ name: 'GPU算力服务费', amountFen: 100 }],
  seals: [],
  pages: [],
  disagreements: ['buyerName', 'taxFen'],
}
const merged = (confirmed: Parameters<typeof mergeConfirmed>[2]) => mergeConfirmed({ id: 'p' }, reading, confirmed)

it('what nobody confirmed keeps its source and its doubt', () => {
  const { fields, disagreements } = merged({ fields: {} })
  expect(fields.buyerName).toEqual({ value: '长沙测试智告有限公司', source: 'ocr', status: 'suggested', place })
  expect(fields.number?.status).toBe('verified')
  expect(disagreements).toEqual(['buyerName', 'taxFen'])
})

it('a person’s word wins, keeps the place, and ends the disagreement', () => {
  const paper = merged({ fields: { buyerName: '长沙测试智造有限公司' } })
  expect(paper.fields.buyerName).toEqual({
    value: '长沙测试智造有限公司',
    source: 'person',
    status: 'confirmed',
    place,
  })
  expect(paper.disagreements).toEqual(['taxFen'])
})

it('a value a person agrees with keeps where it was read', () => {
  expect(merged({ fields: { number: '26432000000012346521' } }).fields.number).toEqual({
    value: '26432000000012346521',
    source: 'qr',
    status: 'confirmed',
  })
})

it('what a person says is not on the paper is gone', () => {
  expect(textOf(merged({ fields: { remark: null } }), 'remark')).toBeUndefined()
})

it('a person may correct the kind and the lines', () => {
  const paper = merged({ kind: 'other', fields: {}, lines: [{ name: '带宽', excluded: true }] })
  expect(paper.kind).toBe('other')
  expect(paper.lines).toEqual([{ name: '带宽', excluded: true }])
})
