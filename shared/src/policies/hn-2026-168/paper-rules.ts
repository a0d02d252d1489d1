import type { PaperRules } from '../../papers'

/** What 湘工信信息软件〔2026〕168号 asks of the papers, clause by clause. */
export const paperRules: PaperRules = {
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
  newerPrevail: '六1',
}
