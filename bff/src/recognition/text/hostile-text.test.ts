import { describe, expect, it } from 'vitest'
import type { TextLine } from './line'
import { readText } from './read-text'

/** Each is gone through from every place of it by a pattern that begins and goes on alike. */
const REPEATED = [
  '壹',
  '1',
  '1,',
  ',111',
  '额',
  '额,',
  '总金额合同',
  '大写人民币',
  '（',
  '合同',
  '2026年1月1日至',
  '自2026年1月1日起,为期',
  '服务内容',
  '机房',
  '甲方',
  '甲方:',
  '名称:',
  '开户行',
  '昆仑芯A',
  'NVIDIA A100',
  '¥ ',
  ' . ',
  'A',
  '-',
]
const lineOf = (text: string, at: number): TextLine => ({
  text,
  confidence: 1,
  quad: [
    [10, at],
    [900, at],
    [900, at + 8],
    [10, at + 8],
  ],
})

/** Sixty lines of a page, and one of a million characters. */
const pagesOf = (text: string) => [
  {
    width: 1000,
    height: 1400,
    lines: Array.from({ length: 60 }, (_, index) => lineOf(text.repeat(2_000).slice(0, 2_000), index * 20)),
  },
  { width: 1000, height: 1400, lines: [lineOf(text.repeat(1_000_000).slice(0, 1_000_000), 10)] },
]

describe('text that was made to be gone through for ever', () => {
  it.each(['invoice', 'contract', 'payment_slip', 'compute_bill'] as const)(
    'is read as %s in a time that grows with its length',
    (kind) => {
      for (const text of REPEATED) {
        const before = process.cpuUsage()
        readText(pagesOf(text), { kind, source: 'pdf' })
        const { user } = process.cpuUsage(before)
        expect([text, user < 3_000_000]).toEqual([text, true])
      }
    },
  )
})
