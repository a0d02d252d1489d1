import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import { enqueue } from '../../jobs/queue'
import type { Transaction } from '../../stores/database'
import { isInUse, lockPaper, pagesOf } from '../../stores/papers'
import type { UploadRow } from '../../stores/uploads'
import { READ_PAPER } from './read-paper-job'

/** More files than that are no paper, but an archive. */
export const MOST_PAGES = 30

export const noSuchPaper = (): AppError => new AppError('NOT_FOUND', '没有这份材料，可能已经删掉了')
export const paperInUse = (): AppError => new AppError('CONFLICT', '这份材料已经用在申请里，不能删，也不能换页')

/** What it is made of has changed: it is read anew, and a reading that is still under way counts for nothing. */
export async function readAgain(transaction: Transaction, companyId: string, paperId: string): Promise<void> {
  const { version } = await transaction
    .updateTable('papers')
    .set((eb) => ({ version: eb('version', '+', 1), status: 'received', problem: null, invoice_index: null }))
    .where('id', '=', paperId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await enqueue(transaction, {
    kind: READ_PAPER,
    dedupeKey: `${paperId} ${version}`,
    payload: { companyId, paperId, version },
  })
}

/** A paper of the company that is this file and nothing else. */
async function paperOf(transaction: Transaction, companyId: string, fileId: string): Promise<string | undefined> {
  const holding = await transaction
    .selectFrom('paper_files')
    .innerJoin('papers', 'papers.id', 'paper_files.paper_id')
    .select('papers.id')
    .where('papers.company_id', '=', companyId)
    .where('paper_files.file_id', '=', fileId)
    .orderBy('papers.seq')
    .execute()
  const pages = await pagesOf(
    transaction,
    holding.map(({ id }) => id),
  )
  return holding.find(({ id }) => pages.filter((page) => page.paper_id === id).length === 1)?.id
}

async function addPage(transaction: Transaction, upload: UploadRow, paperId: string, fileId: string): Promise<void> {
  const paper = await lockPaper(transaction, upload.company_id, paperId)
  if (paper === undefined) throw noSuchPaper()
  const pages = await pagesOf(transaction, [paperId])
  if (pages.some(({ id }) => id === fileId)) return
  if (await isInUse(transaction, paperId)) throw paperInUse()
  if (pages.length >= MOST_PAGES) throw new AppError('CONFLICT', `一份材料最多 ${MOST_PAGES} 页，请分成几份`)
  const position = upload.position ?? Math.max(-1, ...pages.map((page) => page.position)) + 1
  await transaction
    .insertInto('paper_files')
    .values({ paper_id: paperId, file_id: fileId, name: upload.name, position })
    .execute()
  await readAgain(transaction, upload.company_id, paperId)
}

/**
 * Makes an uploaded file a paper, or a page of the one it was meant for. Under the lock of the company.
 * @returns the paper's id; that of an older one which is the same file.
 */
export async function attachFile(
  { newId }: Pick<Deps, 'newId'>,
  transaction: Transaction,
  upload: UploadRow,
  fileId: string,
): Promise<string> {
  if (upload.into_paper_id !== null) {
    await addPage(transaction, upload, upload.into_paper_id, fileId)
    return upload.into_paper_id
  }
  const same = await paperOf(transaction, upload.company_id, fileId)
  if (same !== undefined) return same
  const id = newId()
  await insertPaper(transaction, { id, companyId: upload.company_id, personId: upload.created_by, kind: upload.kind })
  await addPage(transaction, upload, id, fileId)
  return id
}

interface NewPaper {
  readonly id: string
  readonly companyId: string
  readonly personId: string
  readonly kind: UploadRow['kind']
}

/** A paper without pages yet. */
export async function insertPaper(
  transaction: Transaction,
  { id, companyId, personId, kind }: NewPaper,
): Promise<void> {
  const empty = { read_kind: null, problem: null, reading: null, confirmed: null, invoice_index: null }
  await transaction
    .insertInto('papers')
    .values({ id, company_id: companyId, created_by: personId, kind, ...empty })
    .execute()
}
