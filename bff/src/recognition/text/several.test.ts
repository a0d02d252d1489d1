import { describe, expect, it } from 'vitest'
import { boxQuad, type TextPage } from './line'
import { areSeveral } from './several'

const page = (texts: readonly string[]): TextPage => ({
  width: 1000,
  height: 1400,
  lines: texts.map((text, index) => ({
    text,
    confidence: 1,
    quad: boxQuad(50, 40 + index * 60, text.length * 20, 20),
  })),
})
const invoice = (number: string): readonly string[] => [
  `发票号码：${number}`,
  '开票日期：2026年08月14日',
  '价税合计（大写） 壹佰圆整',
]
const slip = (serial: string): readonly string[] => [`回单编号：${serial}`, '金额（大写） 人民币壹佰元整']
const ONE = '26432000000710946310'
const OTHER = '26432000000492435390'

describe('several papers in one', () => {
  it.each([
    ['two invoices on one page', 'invoice', [[...invoice(ONE), ...invoice(OTHER)]], true],
    ['one on each of two pages', 'invoice', [invoice(ONE), invoice(OTHER)], true],
    ['one in two copies', 'invoice', [[...invoice(ONE), ...invoice(ONE)]], false],
    [
      'one in two copies, a digit of one read wrong',
      'invoice',
      [[...invoice(ONE), ...invoice(ONE.replace('71', '77'))]],
      false,
    ],
    ['one that names another', 'invoice', [[...invoice(ONE), `备注：原发票号码：${OTHER}`]], false],
    ['two slips on one page', 'payment_slip', [[...slip('20260814000123'), ...slip('20260901000777')]], true],
    [
      'a slip with two numbers of different kinds',
      'payment_slip',
      [[...slip('20260814000123'), '交易流水号：20269999555777']],
      false,
    ],
    ['a contract that lists invoices', 'contract', [[...invoice(ONE), ...invoice(OTHER)]], false],
  ] as const)('%s', (_name, kind, pages, several) => {
    expect(areSeveral(pages.map(page), kind)).toBe(several)
  })
})
