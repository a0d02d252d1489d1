import { wan } from '../money'
import type { CheckContext } from './context'
import type { FieldValue } from './field'
import type { PaperKind } from './kinds'
import type { Paper, PaperLine, PaperValue } from './paper'

/** Fictitious papers of fictitious companies that nothing is wrong with; tests change one thing at a time. */
export const company = { name: '长沙测试智造有限公司', creditCode: '91430100MA0TEXT01T' } as const
export const seller = { name: '湖南测试算力科技有限公司', creditCode: '91430100MA0TEXT02X' } as const

export type Change = Readonly<Record<string, FieldValue | undefined>>

function paper(id: string, kind: PaperKind, values: Change, more: Partial<Paper> = {}): Paper {
  const fields: Record<string, PaperValue> = {}
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) fields[name] = { value, source: 'person', status: 'confirmed' }
  return { id, kind, fields, lines: [], seals: [], pages: [], disagreements: [], ...more }
}

const seal = { place: { page: 0, x: 0.6, y: 0.7, width: 0.2, height: 0.2 }, coverage: 0.9 }
const page = { width: 1600, height: 2400, problems: [] } as const

/** 106,000 yuan of GPU time, March 2026. */
export const gpuLine: PaperLine = {
  name: '*信息技术服务*GPU算力服务费',
  quantity: 1000,
  unit: '卡时',
  amountFen: wan(10),
  taxFen: wan(0.6),
  taxRate: '6%',
  from: '2026-03-01',
  to: '2026-03-31',
}

export const invoice = (change: Change = {}, more: Partial<Paper> = {}): Paper =>
  paper(
    'invoice-1',
    'invoice',
    {
      type: '31',
      number: '26432000000012346521',
      issuedOn: '2026-04-02',
      buyerName: company.name,
      buyerCode: company.creditCode,
      sellerName: seller.name,
      sellerCode: seller.creditCode,
      amountFen: wan(10),
      taxFen: wan(0.6),
      totalFen: wan(10.6),
      ...change,
    },
    { lines: [gpuLine], pages: [page], ...more },
  )

export const contract = (change: Change = {}, more: Partial<Paper> = {}): Paper =>
  paper(
    'contract-1',
    'contract',
    {
      number: 'HT-2026-001',
      title: '算力服务合同',
      buyerName: company.name,
      buyerCode: company.creditCode,
      sellerName: seller.name,
      sellerCode: seller.creditCode,
      signedOn: '2026-02-10',
      startsOn: '2026-03-01',
      endsOn: '2026-12-31',
      totalFen: wan(106),
      pageCount: 1,
      ...change,
    },
    { seals: [seal, seal], pages: [page], ...more },
  )

export const payment = (change: Change = {}, more: Partial<Paper> = {}): Paper =>
  paper(
    'payment-1',
    'payment_slip',
    {
      serial: '20260403000017',
      payerName: company.name,
      payeeName: seller.name,
      amountFen: wan(10.6),
      paidOn: '2026-04-03',
      ...change,
    },
    { pages: [page], ...more },
  )

export const bill = (change: Change = {}, more: Partial<Paper> = {}): Paper =>
  paper(
    'bill-1',
    'compute_bill',
    {
      providerName: seller.name,
      customerName: company.name,
      startsOn: '2026-03-01',
      endsOn: '2026-03-31',
      totalFen: wan(10.6),
      ...change,
    },
    more,
  )

export const context: CheckContext = {
  step: 'application',
  today: '2026-11-21',
  rules: {
    measureId: 'hn-2026-168/compute-voucher',
    region: '43',
    clauses: {
      papers: '四4',
      buyer: '三',
      provider: '二(一)4',
      related: '二(一)4',
      price: '三(二)',
      excluded: '三(二)',
      settled: '三(二)',
      seals: '四4',
      once: '五1',
      resold: '五1',
    },
    window: { from: '2025-10-27', to: '2028-10-26', cite: '三' },
    filing: { withinDays: 30, cite: '四3' },
  },
  company,
  providers: [
    {
      ...seller,
      registered: [{ from: '2026-01-01', to: '2026-12-31' }],
      prices: [{ unit: '卡时', fenPerUnit: 10_000 }],
    },
  ],
  viaPlatform: false,
  resold: false,
  relatedParty: false,
  filedOn: '2026-03-01',
}
