import type { Selectable } from 'kysely'
import type { Queries, Transaction } from './database'
import type { FilesTable, PaperFilesTable, PapersTable } from './tables/papers'

export type PaperRow = Selectable<PapersTable>
export type FileRow = Selectable<FilesTable>
/** A file in its place in a paper. */
export type PageRow = FileRow & Pick<Selectable<PaperFilesTable>, 'name' | 'paper_id' | 'position'>

export const findPaper = (queries: Queries, companyId: string, id: string): Promise<PaperRow | undefined> =>
  queries.selectFrom('papers').selectAll().where('company_id', '=', companyId).where('id', '=', id).executeTakeFirst()

/** Holds the paper until the transaction ends. */
export const lockPaper = (transaction: Transaction, companyId: string, id: string): Promise<PaperRow | undefined> =>
  transaction
    .selectFrom('papers')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The files of these papers, in order. */
export async function pagesOf(queries: Queries, paperIds: readonly string[]): Promise<readonly PageRow[]> {
  if (paperIds.length === 0) return []
  return queries
    .selectFrom('paper_files')
    .innerJoin('files', 'files.id', 'paper_files.file_id')
    .selectAll('files')
    .select(['paper_files.name', 'paper_files.paper_id', 'paper_files.position'])
    .where('paper_files.paper_id', 'in', [...paperIds])
    .orderBy('paper_files.position')
    .orderBy('files.created_at')
    .orderBy('files.id')
    .execute()
}

/** Whether a submission holds the paper. */
export async function isInUse(queries: Queries, paperId: string): Promise<boolean> {
  const row = await queries
    .selectFrom('paper_uses')
    .select('paper_id')
    .where('paper_id', '=', paperId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A file that is gone from the table, and how many of its pages were drawn. */
export interface LooseFile {
  readonly id: string
  readonly sheets: number
}

/** Files of the company that no paper has any more, taken out of the table: their bytes may go. */
export async function removeLooseFiles(
  transaction: Transaction,
  companyId: string,
  among: readonly string[],
): Promise<readonly LooseFile[]> {
  if (among.length === 0) return []
  const rows = await transaction
    .deleteFrom('files')
    .where('company_id', '=', companyId)
    .where('id', 'in', [...among])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('paper_files').select('file_id').whereRef('paper_files.file_id', '=', 'files.id'))),
    )
    .returning(['id', 'sheets'])
    .execute()
  return rows.map(({ id, sheets }) => ({ id, sheets: sheets?.length ?? 0 }))
}
