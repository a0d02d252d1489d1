import type { Deps } from '../../deps'
import { invalidInput } from '../../errors'
import type { Database, Transaction } from '../../stores/database'
import { isInUse, type LooseFile, lockPaper, pagesOf, removeLooseFiles } from '../../stores/papers'
import { lockCompany } from '../../stores/uploads'
import { keysOfFile } from '../../uploads/keys'
import { noSuchPaper, paperInUse, readAgain } from './attach-file'

interface Which {
  readonly companyId: string
  readonly paperId: string
}

/** After the transaction: rows without bytes would be lost files, bytes without rows are swept up. */
async function deleteBytes({ papers: { blobs } }: Pick<Deps, 'papers'>, files: readonly LooseFile[]): Promise<void> {
  for (const { id, sheets } of files) for (const key of keysOfFile(id, sheets)) await blobs.delete(key)
}

async function held(transaction: Transaction, { companyId, paperId }: Which) {
  await lockCompany(transaction, companyId)
  const paper = await lockPaper(transaction, companyId, paperId)
  if (paper === undefined) throw noSuchPaper()
  if (await isInUse(transaction, paperId)) throw paperInUse()
  return pagesOf(transaction, [paperId])
}

type World = Pick<Deps, 'papers' | 'wakeJobs'> & { readonly database: Database }

/**
 * Puts the files of a paper in this order; those that are not named leave it.
 * @throws {AppError} NOT_FOUND; INVALID_INPUT a file that is not of this paper; CONFLICT it is in use.
 */
export async function changePages(world: World, which: Which, fileIds: readonly string[]): Promise<void> {
  const loose = await world.database.transaction(async (transaction) => {
    const pages = await held(transaction, which)
    const known = new Set(pages.map(({ id }) => id))
    if (new Set(fileIds).size !== fileIds.length || fileIds.some((id) => !known.has(id))) {
      throw invalidInput([{ field: 'fileIds', message: '只能写这份材料里的文件，每个写一次' }])
    }
    if (fileIds.length === pages.length && pages.every(({ id }, index) => id === fileIds[index])) return []
    const gone = [...known].filter((id) => !fileIds.includes(id))
    if (gone.length > 0) {
      await transaction
        .deleteFrom('paper_files')
        .where('paper_id', '=', which.paperId)
        .where('file_id', 'in', gone)
        .execute()
    }
    for (const [position, id] of fileIds.entries()) {
      await transaction
        .updateTable('paper_files')
        .set({ position })
        .where('paper_id', '=', which.paperId)
        .where('file_id', '=', id)
        .execute()
    }
    await readAgain(transaction, which.companyId, which.paperId)
    return removeLooseFiles(transaction, which.companyId, gone)
  })
  await deleteBytes(world, loose)
  world.wakeJobs()
}

/** @throws {AppError} NOT_FOUND; CONFLICT while a submission holds it. */
export async function deletePaper(world: World, which: Which): Promise<void> {
  const loose = await world.database.transaction(async (transaction) => {
    const pages = await held(transaction, which)
    await transaction.deleteFrom('papers').where('id', '=', which.paperId).execute()
    return removeLooseFiles(
      transaction,
      which.companyId,
      pages.map(({ id }) => id),
    )
  })
  await deleteBytes(world, loose)
}
