import type { BodyOf, chooseRulesContract, RuleChanges } from '@suanhui/shared/api'
import { isTerminal } from '@suanhui/shared/status'
import { appendAudit } from '../../audit/append-audit'
import { AppError } from '../../errors'
import type { Queries, Transaction } from '../../stores/database'
import { changeSubmission, type SubmissionRow } from '../../stores/submissions'
import { assemble, type FlowWorld } from './assemble'
import { lockEditable } from './edit-submission'
import { keepRules } from './pinned-rules'
import { NO_CHANGES } from './rule-changes'
import { progressOf } from './standing'

/** What newer rules say otherwise of a submission; nothing any more of one that has ended. */
export async function changesNow(world: FlowWorld, queries: Queries, row: SubmissionRow): Promise<RuleChanges> {
  if (isTerminal((await progressOf(queries, row)).state)) return NO_CHANGES
  return (await assemble(world, queries, row)).changes ?? NO_CHANGES
}

interface Choosing {
  readonly companyId: string
  readonly submissionId: string
  readonly personId: string
}

/**
 * A person has seen what changed and says by which rules it goes on.
 * @throws {AppError} NOT_FOUND; CONFLICT it was sent, changed elsewhere, the rules changed again, or must be taken.
 */
export async function chooseRules(
  world: FlowWorld,
  transaction: Transaction,
  { companyId, submissionId, personId }: Choosing,
  { version, choice, to }: BodyOf<typeof chooseRulesContract>,
): Promise<void> {
  const row = await lockEditable(transaction, { companyId, submissionId }, version)
  const { state, mayKeep, to: newest } = (await assemble(world, transaction, row)).changes ?? NO_CHANGES
  if (state === 'none' || state === 'told') throw new AppError('CONFLICT', '现在没有要选的：规定没有变化，或者已经交了')
  if (newest !== to) throw new AppError('CONFLICT', '规定又有变化，请再看一遍')
  if (choice === 'keep' && mayKeep !== true) throw new AppError('CONFLICT', '文件规定按新的办，不能再用原来的规定')
  await changeSubmission(transaction, row.id, {
    ...(choice === 'keep'
      ? { kept_over: to }
      : { kept_over: null, catalogue_version: await keepRules(world, transaction, row.measure_id) }),
  })
  await appendAudit(transaction, {
    at: world.clock(),
    actorId: personId,
    action: `submission.${choice}-rules`,
    subjectIds: [companyId, submissionId],
    outcome: 'done',
  })
}
