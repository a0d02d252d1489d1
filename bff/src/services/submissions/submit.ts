import { createHash } from 'node:crypto'
import { invoiceKey, textOf } from '@suanhui/shared/papers'
import { canonicalText, submissionOf } from '@suanhui/shared/submission'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { invalidInput } from '../../errors'
import { sendToPlatform } from '../../platforms/outgoing'
import type { Transaction } from '../../stores/database'
import { addSubject } from '../../stores/platforms'
import { changeSubmission, type SubmissionRow } from '../../stores/submissions'
import { lockCompany } from '../../stores/uploads'
import { holdPapers, releasePapers } from '../papers/hold-papers'
import { releaseInvoices, reserveInvoices } from '../papers/invoice-claims'
import { needSharingConsent } from '../privacy/need-consent'
import { sentPapers } from '../registration/register-company'
import { type Assembled, assemble, type FlowWorld } from './assemble'
import { type Checked, checkSubmission } from './check-up'
import { lockEditable } from './edit-submission'
import { keepRules } from './pinned-rules'
import { sealColumn } from './sealed'
import { progressOf } from './standing'
import { kindOf, whichOf } from './steps'
import { writeOf } from './write-of'

type World = FlowWorld & Pick<Deps, 'newId'>

interface Submitting {
  readonly companyId: string
  readonly submissionId: string
  readonly personId: string
  readonly version: number
}

/** What still stands against it, each under its own place. */
function refuseUnready({ answer, checked }: Checked): void {
  if (answer.ready) return
  const open = [
    ...answer.fields.map(({ form, field, message }) => ({ field: `${form}.${field}`, message })),
    ...answer.slots.map(({ slot, message }) => ({ field: slot, message })),
    ...answer.findings
      .filter(({ severity, confirmed }) => severity === 'error' || !confirmed)
      .map(({ paperId, message }) => ({ field: paperId, message })),
  ]
  if (open.length === 0 && checked.ready) throw new Error('a check-up that says nothing must be ready')
  throw invalidInput(open)
}

const invoicesIn = ({ papers }: Assembled) =>
  papers.flatMap((paper) => {
    const key = paper.kind === 'invoice' ? invoiceKey(paper) : undefined
    return key === undefined ? [] : [{ paper, key }]
  })

/** Anew each time: what was taken out of it is free again. */
async function claim(world: World, transaction: Transaction, all: Assembled): Promise<void> {
  const which = whichOf(all.row)
  await releaseInvoices(transaction, all.row.id)
  await releasePapers(transaction, all.row.id)
  const settles = all.row.step === 'application' || all.row.step === 'redemption'
  const invoices = settles ? invoicesIn(all) : []
  const taken = await reserveInvoices(
    world,
    transaction,
    which,
    invoices.map(({ key }) => key),
  )
  const used = invoices.filter(({ key }) => taken[key] !== undefined)
  if (used.length > 0) {
    throw invalidInput(
      used.map(({ paper }) => ({
        field: paper.id,
        message: `发票（尾号${(textOf(paper, 'number') ?? '').slice(-4)}）已经用在别的申请里了，请拿掉再交`,
      })),
    )
  }
  await holdPapers(
    transaction,
    which,
    all.papers.map(({ id }) => id),
  )
}

async function pin(world: World, transaction: Transaction, all: Assembled, { checked }: Checked) {
  const text = canonicalText(submissionOf(all.draft, all.papers, checked))
  return {
    pinned: await sealColumn(world, transaction, all.row, 'pinned', { forms: all.forms, text }),
    pinned_sha256: createHash('sha256').update(text).digest('hex'),
    catalogue_version: all.row.catalogue_version ?? (await keepRules(world, transaction, all.row.measure_id)),
  }
}

/** The platform's subject carries our id. @returns whether the platform has it already. */
async function subjectFor(transaction: Transaction, row: SubmissionRow): Promise<{ readonly again: boolean }> {
  const { subject } = await progressOf(transaction, row)
  if (subject === undefined) {
    const { id, company_id: companyId, platform, step } = row
    await addSubject(transaction, { id, companyId, platform, kind: kindOf[step] })
  }
  return { again: (subject?.platform_id ?? null) !== null }
}

/**
 * Sends it on its way, once: pinned, its invoices claimed, its papers held, all in this transaction. The platform may
 * be away for days.
 * @throws {AppError} NOT_FOUND; CONFLICT; INVALID_INPUT with everything that still stands against it; CONSENT_NEEDED.
 */
export async function submit(world: World, transaction: Transaction, given: Submitting): Promise<void> {
  // What is counted over all of a company (vouchers, contracts) is counted by one phone at a time.
  await lockCompany(transaction, given.companyId)
  const row = await lockEditable(transaction, given, given.version)
  const all = await assemble(world, transaction, row)
  const result = checkSubmission(all)
  refuseUnready(result)
  await needSharingConsent(transaction, given.personId)
  await claim(world, transaction, all)
  const { again } = await subjectFor(transaction, row)
  const paperIds = all.papers.map(({ id }) => id)
  const papers = await sentPapers(transaction, row.company_id, paperIds)
  const at = world.clock()
  await changeSubmission(transaction, row.id, {
    ...(await pin(world, transaction, all, result)),
    sending: 'queued',
    refusal: null,
    reopened: false,
    submit_count: row.submit_count + 1,
    submitted_at: at,
    first_submitted_at: row.first_submitted_at ?? at,
  })
  await sendToPlatform(transaction, world.vault, {
    writeId: world.newId(),
    subjectId: row.id,
    companyId: row.company_id,
    platform: row.platform,
    write: writeOf(all, papers, again),
  })
  await appendAudit(transaction, {
    at,
    actorId: given.personId,
    action: 'submission.submit',
    subjectIds: [row.company_id, row.id],
    outcome: 'done',
  })
}
