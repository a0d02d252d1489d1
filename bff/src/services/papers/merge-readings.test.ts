import type { ReadField, Reading } from '@suanhui/shared/papers'
import { describe, expect, it } from 'vitest'
import { mergeReadings } from './merge-readings'

const read = (value: string, confidence: number): ReadField => ({
  value,
  source: 'ocr',
  confidence,
  status: 'verified',
})

const page = (fields: Reading['fields'], disagreements: readonly string[] = []): Reading => ({
  kind: 'contract',
  kindConfidence: 1,
  fields,
  lines: [],
  seals: [],
  pages: [{ width: 100, height: 100, problems: [] }],
  disagreements,
})

describe('several pages that are one paper', () => {
  it('leave a field to a person where two say otherwise, however sure each was', () => {
    const merged = mergeReadings([
      page({ number: read('HT-1', 0.9), buyerName: read('长沙测试公司', 0.9) }),
      page({ number: read('HT-7', 1), buyerName: read('长沙测试公司', 1) }),
      page({ number: read('HT-1', 0.8) }),
    ])
    expect(merged.disagreements).toEqual(['number'])
    expect(merged.fields.number).toMatchObject({ value: 'HT-7', confidence: 1, status: 'suggested' })
    expect(merged.fields.buyerName).toMatchObject({ confidence: 1, status: 'verified' })
  })

  it('keep the doubt of a single page, though another is sure', () => {
    const merged = mergeReadings([page({ number: read('HT-1', 0.5) }, ['number']), page({ number: read('HT-1', 1) })])
    expect(merged.disagreements).toEqual(['number'])
    expect(merged.fields.number?.status).toBe('suggested')
  })
})
