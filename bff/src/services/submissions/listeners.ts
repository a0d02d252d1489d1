import type { Status } from '@suanhui/shared/status'
import type { PlatformEvent, Verb } from '../../platforms/platform'
import type { StatusListener, WriteListener } from '../../platforms/world'
import type { Transaction } from '../../stores/database'
import { changeSubmission, lockSubmission, type SubmissionRow } from '../../stores/submissions'
import type { IssuedVoucher } from '../../stores/tables/submissions'
import { releasePapers } from '../papers/hold-papers'
import { releaseInvoices } from '../papers/invoice-claims'

const SUBMITS: readonly Verb[] = [
  'submitFiling',
  'resubmitFiling',
  'submitApplication',
  'resubmitApplication',
  'claimVoucher',
  'redeemVoucher',
]
/** Not taken, nothing of it is with the platform. */
const BEGINS: readonly Verb[] = ['submitFiling', 'submitApplication', 'claimVoucher']

/** How the platform took what was sent: the receipt number, or why it did not take it. */
export const submissionAnswered: WriteListener = async (transaction, { subjectId, companyId, verb, answer }) => {
  const row = await lockSubmission(transaction, companyId, subjectId)
  if (row === undefined) return
  if (!SUBMITS.includes(verb)) {
    // The act was not taken: it may be tried anew.
    if (answer.result === 'refused') {
      await changeSubmission(transaction, row.id, { refusal: answer.reason, act: null, act_sequence: null })
    }
    return
  }
  if (answer.result === 'accepted') {
    await changeSubmission(transaction, row.id, {
      sending: 'sent',
      receipt_number: answer.receiptNumber,
      refusal: null,
    })
    return
  }
  const words = answer.fields.map(({ message }) => message).filter((message) => message !== '')
  await changeSubmission(transaction, row.id, {
    sending: 'refused',
    refusal: [answer.reason, ...words].join('；'),
  })
  // One that came back is still with the platform, and keeps what it claimed.
  if (BEGINS.includes(verb)) {
    await releaseInvoices(transaction, row.id)
    await releasePapers(transaction, row.id)
  }
}

const GIVES_BACK: readonly Status[] = ['withdrawn', 'rejected', 'refused', 'expired']

/** Issued, the claim becomes the redemption: its papers stay in their places, and its own form is to be filled in. */
async function issued(transaction: Transaction, row: SubmissionRow, event: PlatformEvent): Promise<void> {
  const voucher: IssuedVoucher = { grantedFen: event.amountFen ?? null, validUntil: event.dueOn ?? null }
  await changeSubmission(transaction, row.id, {
    step: 'redemption',
    voucher: JSON.stringify(voucher),
    confirmed_findings: '[]',
    reopened: true,
  })
}

/** Sent back, it can be edited again; ended without money, it gives back what it claimed. */
export const submissionMoved: StatusListener = async (transaction, change) => {
  const { subjectKind, subjectId, companyId, from, to, event } = change
  if (subjectKind === 'registration') return
  const row = await lockSubmission(transaction, companyId, subjectId)
  if (row === undefined) return
  if (to.status === 'issued' && from.status !== 'issued') return issued(transaction, row, event)
  const returned = to.status === 'returned' && from.status !== 'returned'
  const left = to.status !== 'returned' && from.status === 'returned'
  if (returned || left) await changeSubmission(transaction, row.id, { reopened: returned })
  if (GIVES_BACK.includes(to.status) && to.status !== from.status) {
    await releaseInvoices(transaction, row.id)
    await releasePapers(transaction, row.id)
  }
}
