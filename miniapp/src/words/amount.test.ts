import { wan } from '@suanhui/shared/money'
import { catalogue } from '@suanhui/shared/policies'
import type { AmountRule } from '@suanhui/shared/rules'
import { ruleWords } from '@suanhui/shared/rules'
import { describe, expect, it } from 'vitest'
import { amountWords, gainWords, workedWords } from './amount'

const label = (id: string) => catalogue.facts[id]?.label

describe('the kind of wording', () => {
  it.each([
    [{ basis: 'fixed', minFen: wan(100), maxFen: wan(100) }, '', '100万元', '文件写明的固定金额'],
    [{ basis: 'formula', minFen: wan(40), maxFen: wan(40) }, '', '40万元', '按文件写明的算法算出'],
    [{ basis: 'formula', minFen: 0, maxFen: wan(500) }, '最高', '500万元', '信息填全了才能算准'],
    [{ basis: 'formula', minFen: wan(8), maxFen: wan(12) }, '', '8万元到12万元', '按哪一档，还要看情况或由主管部门定'],
    [{ basis: 'formula', minFen: 0, maxFen: null }, '', undefined, '填了金额才能算出来'],
    [{ basis: 'up_to', minFen: 0, maxFen: wan(12) }, '最高', '12万元', '上限，不是承诺'],
    [{ basis: 'up_to', minFen: 0, maxFen: null }, '', undefined, '填了金额才能算出上限'],
    [{ basis: 'case_by_case', minFen: 0, maxFen: null }, '', '一事一议', '文件没有写金额，由主管部门逐个商定'],
    [{ basis: 'unspecified', minFen: null, maxFen: null }, '', undefined, '文件没有写金额，按有关政策支持'],
  ] as const)('%o', (amount, lead, figure, note) => {
    expect(amountWords(amount)).toEqual({ lead, note, ...(figure !== undefined && { figure }) })
  })
})

describe('the rule in words', () => {
  const voucher: AmountRule = {
    basis: 'up_to',
    sum: { share: 0.3, of: 'compute.settledFen', cap: wan(1000) },
  }
  it.each<[AmountRule, string | undefined]>([
    [voucher, `${label('compute.settledFen')}的30%，最高1000万元`],
    [{ basis: 'fixed', sum: { flat: wan(100) } }, '100万元'],
    [{ ...voucher, minimum: wan(1) }, `${label('compute.settledFen')}的30%，最高1000万元；算出来不到1万元的不给`],
    [{ basis: 'unspecified' }, undefined],
  ])('%o', (rule, text) => expect(ruleWords(rule, catalogue)?.replace('1,000', '1000')).toBe(text))

  it('is written for every measure that names a sum, without a gap', () => {
    for (const { amount } of catalogue.documents.flatMap((document) => document.measures)) {
      expect(ruleWords(amount, catalogue) === undefined).toBe(!('sum' in amount))
      expect(ruleWords(amount, catalogue) ?? '').not.toMatch(/undefined|NaN|object/)
    }
  })

  it('says what a little more brings, until it brings nothing', () => {
    expect(gainWords(voucher, { 'compute.settledFen': wan(40) }, catalogue)).toBe(
      `${label('compute.settledFen')}每多1万元，上限多3000元`,
    )
    expect(gainWords(voucher, { 'compute.settledFen': wan(5000) }, catalogue)).toBeUndefined()
    expect(gainWords(voucher, {}, catalogue)).toBeUndefined()
  })

  it('is worked out where one figure decides it', () => {
    expect(workedWords(voucher, { 'compute.settledFen': wan(40) })).toBe('40万元 × 30% = 12万元')
    expect(workedWords(voucher, { 'compute.settledFen': wan(5000) })).toMatch(/超过上限，按1,?000万元算$/)
    expect(workedWords(voucher, {})).toBeUndefined()
    expect(workedWords(voucher, { 'compute.settledFen': null })).toBeUndefined()
  })
})
