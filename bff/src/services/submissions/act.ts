import type { actContract, BodyOf } from '@suanhui/shared/api'
import { mayAct } from '@suanhui/shared/status'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { AppError, invalidInput } from '../../errors'
import { sendToPlatform } from '../../platforms/outgoing'
import type { SentPaper, Write } from '../../platforms/platform'
import type { Transaction } from '../../stores/database'
import { changeSubmission, lockSubmission } from '../../stores/submissions'
import { holdPapers } from '../papers/hold-papers'
import { needSharingConsent } from '../privacy/need-consent'
import { sentPapers } from '../registration/register-company'
import { idsThere } from './papers-there'
import { hasActed, progressOf } from './standing'
import { noSuchSubmission } from './steps'

type Given = BodyOf<typeof actContract>

interface Acting {
  readonly companyId: string
  readonly submissionId: string
  readonly personId: string
}

const NOT_NOW: Readonly<Record<Given['act'], string>> = {
  withdraw: '现在不能撤回：只有市里推荐以前可以',
  object: '现在不能提异议：只有公示的时候可以',
  explain: '现在没有要您说明的事',
}

function writeFor({ act, text }: Given, papers: readonly SentPaper[]): Write {
  if (act === 'withdraw') return { verb: 'withdrawApplication', reason: text.slice(0, 1_000) }
  return { verb: act === 'object' ? 'raiseObjection' : 'explain', text, papers }
}

/**
 * Withdraws, objects or explains, by way of the queue. To withdraw, nobody has to agree to anything.
 * @throws {AppError} NOT_FOUND, CONFLICT, INVALID_INPUT, CONSENT_NEEDED
 */
export async function actOn(
  world: Pick<Deps, 'vault' | 'newId' | 'clock'>,
  transaction: Transaction,
  { companyId, submissionId, personId }: Acting,
  given: Given,
): Promise<void> {
  const row = await lockSubmission(transaction, companyId, submissionId)
  if (row === undefined) throw noSuchSubmission()
  const progress = await progressOf(transaction, row)
  const { state } = progress
  if (row.sending === 'queued' || !mayAct(state, given.act)) throw new AppError('CONFLICT', NOT_NOW[given.act])
  if (hasActed(row, progress, given.act)) {
    throw new AppError('CONFLICT', '已经交上去了，正在等平台答复，不用再交')
  }
  const ids = given.act === 'withdraw' ? [] : (given.papers ?? [])
  if ((await idsThere(transaction, companyId, ids)).length < new Set(ids).size) {
    throw invalidInput([{ field: 'papers', message: '有材料找不到了，请重新选一下' }])
  }
  if (given.act !== 'withdraw') await needSharingConsent(transaction, personId)
  await holdPapers(transaction, { companyId, submissionId }, ids)
  const papers = await sentPapers(transaction, companyId, ids)
  await changeSubmission(transaction, row.id, { act: given.act, act_sequence: state.sequence, refusal: null })
  await sendToPlatform(transaction, world.vault, {
    writeId: world.newId(),
    subjectId: row.id,
    companyId,
    platform: row.platform,
    write: writeFor(given, papers),
  })
  await appendAudit(transaction, {
    at: world.clock(),
    actorId: personId,
    action: `submission.${given.act}`,
    subjectIds: [companyId, submissionId],
    outcome: 'done',
  })
}
