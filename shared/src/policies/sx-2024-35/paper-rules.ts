import type { PaperRules } from '../../papers'

/**
 * What 晋政办发〔2024〕35号 says of the papers of its voucher: 20% or 30% of the contract's sum for those who use
 * compute of the province, and nothing that another fund of the province paid for (五). The rest is left to a method
 * of the province that the text announces: no window, no register and no excluded lines are in it.
 */
export const paperRules: PaperRules = {
  measureId: 'sx-2024-35/compute-voucher',
  region: '14',
  clauses: { papers: '二(九)', buyer: '二(九)', settled: '二(九)', once: '五' },
}
