import type { PaperFields } from './field'

const invoice = {
  /** Two digits as in the QR code: 01 专票, 04 普票, 10 电子普票, 20 电子专票, 31 数电专票, 32 数电普票 … */
  type: { label: '发票种类', type: 'id' },
  code: { label: '发票代码', type: 'id' },
  number: { label: '发票号码', type: 'id', required: true },
  issuedOn: { label: '开票日期', type: 'date', required: true },
  checkCode: { label: '校验码', type: 'id' },
  buyerName: { label: '购买方名称', type: 'text', required: true },
  buyerCode: { label: '购买方纳税人识别号', type: 'credit code', required: true },
  sellerName: { label: '销售方名称', type: 'text', required: true },
  sellerCode: { label: '销售方纳税人识别号', type: 'credit code', required: true },
  amountFen: { label: '金额（不含税）', type: 'fen' },
  taxFen: { label: '税额', type: 'fen' },
  totalFen: { label: '价税合计', type: 'fen', required: true },
  remark: { label: '备注', type: 'text' },
  /** A red one takes an earlier one back. */
  red: { label: '红字发票', type: 'bool' },
  /** The earlier one that a red one takes back. */
  blueNumber: { label: '对应的蓝字发票号码', type: 'id' },
  voided: { label: '已作废', type: 'bool' },
} as const satisfies PaperFields

const contract = {
  number: { label: '合同编号', type: 'id' },
  title: { label: '合同名称', type: 'text', required: true },
  buyerName: { label: '甲方（买方）', type: 'text', required: true },
  buyerCode: { label: '甲方统一社会信用代码', type: 'credit code' },
  sellerName: { label: '乙方（算力供给方）', type: 'text', required: true },
  sellerCode: { label: '乙方统一社会信用代码', type: 'credit code' },
  signedOn: { label: '签订日期', type: 'date', required: true },
  startsOn: { label: '服务开始日期', type: 'date' },
  endsOn: { label: '服务结束日期', type: 'date' },
  /** Absent for a framework contract. */
  totalFen: { label: '合同金额', type: 'fen' },
  service: { label: '算力类型和规模', type: 'text' },
  chip: { label: '芯片型号', type: 'text' },
  site: { label: '算力中心地址', type: 'text' },
  /** As printed (共8页), so that a page left out is noticed. */
  pageCount: { label: '合同总页数', type: 'number' },
  /** Counted by a person where the picture does not show them well. */
  sealCount: { label: '公章个数', type: 'number' },
} as const satisfies PaperFields

const paymentSlip = {
  serial: { label: '流水号', type: 'id' },
  payerName: { label: '付款人', type: 'text', required: true },
  payerAccount: { label: '付款账号', type: 'id' },
  payeeName: { label: '收款人', type: 'text', required: true },
  payeeAccount: { label: '收款账号', type: 'id' },
  amountFen: { label: '付款金额', type: 'fen', required: true },
  paidOn: { label: '付款日期', type: 'date', required: true },
  bank: { label: '付款银行', type: 'text' },
  purpose: { label: '用途', type: 'text' },
} as const satisfies PaperFields

const computeBill = {
  number: { label: '账单编号', type: 'id' },
  providerName: { label: '算力供给方', type: 'text', required: true },
  customerName: { label: '用户名称', type: 'text' },
  startsOn: { label: '账期开始', type: 'date', required: true },
  endsOn: { label: '账期结束', type: 'date', required: true },
  totalFen: { label: '账单金额', type: 'fen', required: true },
} as const satisfies PaperFields

const usageLog = {
  startsOn: { label: '使用开始', type: 'date', required: true },
  endsOn: { label: '使用结束', type: 'date', required: true },
  cardHours: { label: '卡时', type: 'number' },
  chip: { label: '芯片型号', type: 'text' },
  records: { label: '记录条数', type: 'number' },
} as const satisfies PaperFields

/** The kinds of papers, with what is read off each. */
export const paperFields = {
  invoice,
  contract,
  payment_slip: paymentSlip,
  compute_bill: computeBill,
  usage_log: usageLog,
  /** Kept as they are: nothing is read but the seals. */
  licence: {},
  id_document: {},
  stamped_form: {},
  other: {},
} as const satisfies Readonly<Record<string, PaperFields>>

export type PaperKind = keyof typeof paperFields

export const paperNames: Readonly<Record<PaperKind, string>> = {
  invoice: '发票',
  contract: '合同',
  payment_slip: '付款凭证',
  compute_bill: '算力账单',
  usage_log: '使用记录',
  licence: '营业执照',
  id_document: '法定代表人身份证明',
  stamped_form: '盖章的表',
  other: '其他材料',
}
