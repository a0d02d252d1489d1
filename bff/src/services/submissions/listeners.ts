import type { Verb } from '../../platforms/platform'
import type { StatusListener, WriteListener } from '../../platforms/world'
import { changeSubmission, lockSubmission } from '../../stores/submissions'
import { releasePapers } from '../papers/hold-papers'
import { releaseInvoices } from '../papers/invoice-claims'

const SUBMITS: readonly Verb[] = ['submitFiling', 'resubmitFiling', 'submitApplication', 'resubmitApplication']

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
  if (verb === 'submitFiling' || verb === 'submitApplication') {
    await releaseInvoices(transaction, row.id)
    await releasePapers(transaction, row.id)
  }
}

/** Sent back, it can be edited again; ended without money, it gives back what it claimed. */
export const submissionMoved: StatusListener = async (transaction, { subjectKind, subjectId, companyId, from, to }) => {
  if (subjectKind !== 'filing' && subjectKind !== 'application') return
  const row = await lockSubmission(transaction, companyId, subjectId)
  if (row === undefined) return
  const returned = to.status === 'returned' && from.status !== 'returned'
  const left = to.status !== 'returned' && from.status === 'returned'
  if (returned || left) await changeSubmission(transaction, row.id, { reopened: returned })
  if (to.status === 'withdrawn' || to.status === 'rejected') {
    await releaseInvoices(transaction, row.id)
    await releasePapers(transaction, row.id)
  }
}
