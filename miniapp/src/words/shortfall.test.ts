import type { FactTable } from '@suanhui/shared/facts'
import { wan } from '@suanhui/shared/money'
import { describe, expect, it } from 'vitest'
import { shortfallWords } from './shortfall'

const words = { label: '', question: '' }
const table: FactTable = {
  fen: { ...words, type: 'fen' },
  pue: { ...words, type: 'number', unit: '', step: 0.01 },
  ratio: { ...words, type: 'ratio' },
  racks: { ...words, type: 'int', unit: '个', step: 1 },
  signed: { ...words, type: 'date' },
}

describe('what is missing', () => {
  it.each([
    [{ fact: 'fen', given: wan(4), needed: wan(5) }, '现在4万元，要到5万元，还差1万元'],
    [{ fact: 'pue', given: 1.3, needed: 1.25 }, '现在1.3，要降到1.25，高出0.05'],
    [{ fact: 'ratio', given: 0.28, needed: 0.3 }, '现在28%，要到30%，还差2个百分点'],
    [{ fact: 'racks', given: 90, needed: 100 }, '现在90个，要到100个，还差10个'],
    [{ fact: 'signed', given: '2026-11-01', needed: '2026-10-27' }, '现在是2026年11月1日，最晚要2026年10月27日，差5天'],
    [
      { fact: 'signed', given: '2026-10-01', needed: '2026-10-27' },
      '现在是2026年10月1日，最早要2026年10月27日，差26天',
    ],
  ])('%o', (shortfall, text) => expect(shortfallWords(shortfall, table)).toBe(text))
})
