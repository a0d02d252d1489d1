import type { NewUpload, Upload } from '@suanhui/shared/api'
import type { Deps } from '../deps'
import { AppError, invalidInput } from '../errors'
import { enqueue } from '../jobs/queue'
import type { Transaction } from '../stores/database'
import { findPaper, isInUse } from '../stores/papers'
import { lockCompany, storageOf } from '../stores/uploads'
import { describeUpload } from './describe-upload'
import { fileName } from './file-name'
import { KEPT_OPEN_MS, SWEEP_UPLOADS } from './sweep-uploads'

const MB = 1024 * 1024

interface Asker {
  readonly companyId: string
  readonly personId: string
}

/** @throws {AppError} INVALID_INPUT too large; CONFLICT the company has no room left; NOT_FOUND the paper. */
export async function beginUpload(
  { newId, clock, papers: { limits } }: Pick<Deps, 'newId' | 'clock' | 'papers'>,
  transaction: Transaction,
  { companyId, personId }: Asker,
  upload: NewUpload,
): Promise<Upload> {
  if (upload.size > limits.fileBytes) {
    const message = `这个文件太大了，一个文件最多 ${Math.floor(limits.fileBytes / MB)} MB，请换小一点的`
    throw invalidInput([{ field: 'size', message }])
  }
  await lockCompany(transaction, companyId)
  const { bytes, openUploads } = await storageOf(transaction, companyId)
  if (openUploads >= limits.openUploads) {
    throw new AppError('CONFLICT', `还有 ${openUploads} 个文件没有传完，请等它们传完，或者取消几个`)
  }
  if (bytes + upload.size > limits.companyBytes) {
    throw new AppError('CONFLICT', '公司存的材料太多，放不下了，请先删掉不用的材料')
  }
  if (upload.paperId !== undefined) await checkPaper(transaction, companyId, upload.paperId)
  const row = await transaction
    .insertInto('uploads')
    .values({
      id: newId(),
      company_id: companyId,
      created_by: personId,
      name: fileName(upload.name),
      size: upload.size,
      sha1: upload.sha1 ?? null,
      sha256: upload.sha256 ?? null,
      kind: upload.kind ?? null,
      into_paper_id: upload.paperId ?? null,
      position: upload.position ?? null,
      refusal: null,
      paper_id: null,
      file_id: null,
      already: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await planSweep(transaction, clock())
  return describeUpload(row, [])
}

async function checkPaper(transaction: Transaction, companyId: string, paperId: string): Promise<void> {
  const paper = await findPaper(transaction, companyId, paperId)
  if (paper === undefined) throw new AppError('NOT_FOUND', '没有这份材料，可能已经删掉了')
  if (await isInUse(transaction, paperId)) throw new AppError('CONFLICT', '这份材料已经用在申请里，不能再加页')
}

/** One sweep a day is enough, however many uploads there are. */
async function planSweep(transaction: Transaction, now: Date): Promise<void> {
  const runAt = new Date(now.getTime() + KEPT_OPEN_MS + 3_600_000)
  await enqueue(transaction, { kind: SWEEP_UPLOADS, dedupeKey: runAt.toISOString().slice(0, 10), payload: {}, runAt })
}
