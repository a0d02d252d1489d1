import type { SubjectProgress } from '@suanhui/shared/api'
import { isTerminal, newSubject } from '@suanhui/shared/status'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import { sendToPlatform } from '../../platforms/outgoing'
import type { FormAnswers, PlatformId, SentPaper } from '../../platforms/platform'
import type { Queries, Transaction } from '../../stores/database'
import { addSubject, findSubject, type SubjectRow, subjectsOf } from '../../stores/platforms'
import { needSharingConsent } from '../privacy/need-consent'
import { progressOf } from './progress'

export interface Registration {
  readonly platform: Extract<PlatformId, 'hunan-scheduling' | 'shanxi-dispatch'>
  readonly form: FormAnswers
  readonly paperIds: readonly string[]
}

type World = Pick<Deps, 'newId' | 'vault' | 'platforms' | 'clock'>

interface Registering {
  readonly companyId: string
  readonly personId: string
}

/** The files of these papers as a platform takes them, paper by paper. @throws {AppError} INVALID_INPUT one is gone. */
export async function sentPapers(
  queries: Queries,
  companyId: string,
  paperIds: readonly string[],
): Promise<readonly SentPaper[]> {
  if (paperIds.length === 0) return []
  const rows = await queries
    .selectFrom('papers as p')
    .innerJoin('paper_files as pf', 'pf.paper_id', 'p.id')
    .innerJoin('files as f', 'f.id', 'pf.file_id')
    .select(['p.id', 'p.kind', 'p.read_kind', 'pf.position', 'pf.name', 'f.sha256', 'f.media_type'])
    .where('p.company_id', '=', companyId)
    .where('p.id', 'in', [...paperIds])
    .orderBy('p.id')
    .orderBy('pf.position')
    .execute()
  const missing = paperIds.filter((id) => !rows.some((row) => row.id === id))
  if (missing.length > 0) {
    throw new AppError('INVALID_INPUT', '有材料找不到了，请重新选一下', {
      fields: [{ field: 'paperIds', message: '有材料找不到了，请重新选一下' }],
    })
  }
  return rows.map(({ id, kind, read_kind, name, sha256, media_type }) => ({
    id,
    kind: kind ?? read_kind ?? 'other',
    sha256,
    mediaType: media_type,
    name,
  }))
}

/** Whether it is on its way or under review: then no second one is sent beside it. */
async function isOpen(queries: Queries, subject: SubjectRow): Promise<boolean> {
  const { kind, status } = subject
  if (status === 'approved') return true
  if (isTerminal({ ...newSubject(kind), status })) return false
  return (await progressOf(queries, subject)).sending !== 'refused'
}

/** Sends the company's registration to a platform. @throws {AppError} CONFLICT, INVALID_INPUT, CONSENT_NEEDED, PLATFORM_UNAVAILABLE */
export async function registerCompany(
  transaction: Transaction,
  { newId, vault, platforms, clock }: World,
  { companyId, personId }: Registering,
  { platform, form, paperIds }: Registration,
): Promise<SubjectProgress> {
  if (platforms.connected[platform] === undefined) {
    throw new AppError('PLATFORM_UNAVAILABLE', '这个平台还没有接通，请过些日子再来')
  }
  const company = await transaction
    .selectFrom('companies')
    .select(['name', 'credit_code', 'region'])
    .where('id', '=', companyId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const earlier = await subjectsOf(transaction, companyId, 'registration')
  for (const subject of earlier.filter((one) => one.platform === platform)) {
    if (await isOpen(transaction, subject)) {
      throw new AppError('CONFLICT', '注册资料已经送过了，请看办到哪一步，不用再送')
    }
  }
  const papers = await sentPapers(transaction, companyId, paperIds)
  await needSharingConsent(transaction, personId)
  const subjectId = newId()
  await addSubject(transaction, { id: subjectId, companyId, platform, kind: 'registration' })
  const { name: companyName, credit_code: creditCode, region } = company
  await sendToPlatform(transaction, vault, {
    writeId: newId(),
    subjectId,
    companyId,
    platform,
    write: { verb: 'submitRegistration', companyName, creditCode, region, form, papers },
  })
  const subject = await findSubject(transaction, companyId, subjectId)
  if (subject === undefined) throw new Error('a subject that was just added is not there')
  const progress = await progressOf(transaction, subject)
  await appendAudit(transaction, {
    at: clock(),
    actorId: personId,
    action: 'registration.submit',
    subjectIds: [companyId, subjectId],
    outcome: 'done',
  })
  return progress
}
