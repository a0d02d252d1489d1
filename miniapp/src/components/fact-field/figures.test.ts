import type { FactTable } from '@suanhui/shared/facts'
import { describe, expect, it } from 'vitest'
import { draftOf, echoOf, type FigureDefinition, readFigure } from './figures'

const words = { label: '', question: '' }
const table = {
  fen: { ...words, type: 'fen' },
  int: { ...words, type: 'int', unit: '项', step: 1 },
  number: { ...words, type: 'number', unit: 'PFlops', step: 0.01 },
  ratio: { ...words, type: 'ratio' },
  growth: { ...words, type: 'ratio', signed: true },
} as const satisfies FactTable

describe('what was typed', () => {
  it.each([
    ['fen', '40', '万元', 40_000_000],
    ['fen', '40.5', '万元', 40_500_000],
    ['fen', '0.29', '万元', 290_000],
    ['fen', '0.000001', '万元', 1],
    ['fen', '1234.56', '元', 123_456],
    ['fen', '８，８００', '元', 880_000],
    ['fen', '40万', '元', 40_000_000],
    ['fen', '1.2亿', '万元', 12_000_000_000],
    ['fen', '0', '万元', 0],
    ['int', '12', undefined, 12],
    ['number', '1.25', undefined, 1.25],
    ['number', '12。5', undefined, 12.5],
    ['ratio', '29', undefined, 0.29],
    ['ratio', '15%', undefined, 0.15],
    ['growth', '-5.5', undefined, -0.055],
  ] as const)('%s %s %s is %d', (id, text, unit, value) => {
    expect(readFigure(table, id, { text, ...(unit && { unit }) })).toEqual({ value })
  })

  it.each([
    ['fen', '四十', '万元', '请只填数字，例如 40 或 40.5'],
    ['fen', '1.2.3', '万元', '请只填数字，例如 40 或 40.5'],
    ['fen', '-1', '万元', '金额不能是负数'],
    ['fen', '1.234', '元', '最多填2位小数，再小就不到一分钱了'],
    ['fen', '9007199255', '万元', '数太大了，请看看单位是不是填错了'],
    ['fen', '15%', '万元', '请填金额，例如 40'],
    ['int', '1.5', undefined, '请填整数'],
    ['int', '-1', undefined, '不能是负数'],
    ['number', '5万元', undefined, '请只填数字，不用写钱的单位'],
    ['ratio', '-5', undefined, '不能是负数'],
  ] as const)('%s %s %s is answered with a hint', (id, text, unit, problem) => {
    expect(readFigure(table, id, { text, ...(unit && { unit }) })).toEqual({ problem })
  })

  it.each(['', '  ', '，'])('nothing in %j', (text) => expect(readFigure(table, 'fen', { text })).toBe('empty'))
})

describe('a value back in its field', () => {
  it.each([
    ['fen', 40_000_000, { text: '40', unit: '万元' }],
    ['fen', 123_456, { text: '1234.56', unit: '元' }],
    ['fen', 0, { text: '0', unit: '万元' }],
    ['fen', 123_456_789, { text: '123.456789', unit: '万元' }],
    ['ratio', 0.29, { text: '29' }],
    ['growth', -0.055, { text: '-5.5' }],
    ['int', 3, { text: '3' }],
  ] as const)('%s %d', (id, value, draft) => {
    const definition: FigureDefinition = table[id]
    expect(draftOf(definition, value)).toEqual(draft)
    expect(readFigure(table, id, draft)).toEqual({ value })
  })

  it('is said in the other unit', () => {
    expect(echoOf(table.fen, 40_000_000, '万元')).toBe('400,000元')
    expect(echoOf(table.fen, 40_000_050, '万元')).toBe('400,000.50元')
    expect(echoOf(table.fen, 40_000_000, '元')).toBe('40万元')
    expect(echoOf(table.ratio, 0.29, undefined)).toBe('29%')
  })
})
