import type { PaperKind } from '../papers'
import type { SubmissionStep } from './draft'

export type SlotId =
  | 'contract'
  | 'invoice'
  | 'payment'
  | 'proof'
  | 'demand-form'
  | 'filing-form'
  | 'application-form'
  | 'report'
  | 'other'

/** A place in what is sent that papers are put into. */
export interface PaperSlot {
  readonly id: SlotId
  readonly label: string
  readonly kinds: readonly PaperKind[]
  readonly least: number
  readonly most: number
  /** The clause that asks for it. */
  readonly cite: string
}

const MOST = 200

const contract: PaperSlot = {
  id: 'contract',
  label: '算力购买合同（盖双方公章）',
  kinds: ['contract'],
  least: 1,
  most: 20,
  cite: '四4',
}
const other: PaperSlot = {
  id: 'other',
  label: '其他材料',
  kinds: ['other', 'licence'],
  least: 0,
  most: 50,
  cite: '四4',
}

const stamped = (id: SlotId, label: string, cite: string): PaperSlot => ({
  id,
  label,
  kinds: ['stamped_form'],
  least: 1,
  most: 1,
  cite,
})

const filingForm = stamped('filing-form', '算力使用备案表（附件2，盖章）', '附件2')

const filing: readonly PaperSlot[] = [{ ...contract, cite: '四3' }, filingForm, other]

const application: readonly PaperSlot[] = [
  contract,
  { id: 'invoice', label: '发票', kinds: ['invoice'], least: 1, most: MOST, cite: '四4' },
  { id: 'payment', label: '付款凭证', kinds: ['payment_slip'], least: 1, most: MOST, cite: '四4' },
  {
    id: 'proof',
    label: '算力真实使用的证明（订单、账单、使用记录，盖章）',
    kinds: ['usage_log', 'compute_bill', 'other'],
    least: 1,
    most: 50,
    cite: '附件4',
  },
  stamped('demand-form', '算力补贴需求申报表（附件1，盖章）', '附件1'),
  stamped('application-form', '算力补贴申报表（附件3，盖章）', '附件3'),
  stamped('report', '算力资源使用报告（附件4，盖章）', '附件4'),
  other,
]

/** 晋政办发〔2024〕35号 names no papers: what shows the contract's sum, and what shows that it was settled. */
const CITE_SHANXI = '二(九)'
const claimContract: PaperSlot = { ...contract, label: '算力服务合同（盖双方公章）', cite: CITE_SHANXI }
const claim: readonly PaperSlot[] = [claimContract, { ...other, cite: CITE_SHANXI }]

const redemption: readonly PaperSlot[] = [
  claimContract,
  { id: 'invoice', label: '发票', kinds: ['invoice'], least: 1, most: MOST, cite: CITE_SHANXI },
  { id: 'payment', label: '付款凭证', kinds: ['payment_slip'], least: 1, most: MOST, cite: CITE_SHANXI },
  {
    id: 'proof',
    label: '算力使用记录、账单（有就放）',
    kinds: ['usage_log', 'compute_bill', 'other'],
    least: 0,
    most: 50,
    cite: CITE_SHANXI,
  },
  { ...other, cite: CITE_SHANXI },
]

/** What has to be handed in at a step, in the order of the document; 附件2 again where it was not bought on the platform. */
export function slotsOf(step: SubmissionStep, viaPlatform: boolean | undefined): readonly PaperSlot[] {
  if (step === 'filing') return filing
  if (step === 'claim') return claim
  if (step === 'redemption') return redemption
  return viaPlatform === true ? application : [...application.slice(0, -1), filingForm, other]
}
