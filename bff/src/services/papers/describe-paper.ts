import type { PaperDetail, PaperPage, PaperSummary } from '@suanhui/shared/api'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { findPaper, isInUse, type PageRow, type PaperRow, pagesOf } from '../../stores/papers'
import { noSuchPaper } from './attach-file'
import { isDrawn } from './draw-file-job'
import { sheetsOf } from './open-page'
import { confirmedOf, readingOf } from './sealed-parts'

const pageOf = (row: PageRow): PaperPage => {
  const { id, name, media_type, size, sha256 } = row
  const sheets = sheetsOf(row)
  return {
    fileId: id,
    name,
    mediaType: media_type,
    size,
    sha256,
    viewable: sheets.length > 0,
    sheets,
    ...(row.sheets === null && isDrawn(row) && { drawing: true }),
    ...(row.redrawn && { redrawn: true }),
  }
}

export const summaryOf = (paper: PaperRow, pages: readonly PageRow[], inUse: boolean): PaperSummary => ({
  id: paper.id,
  kind: paper.kind ?? paper.read_kind,
  status: paper.status,
  ...(paper.problem !== null && { problem: paper.problem }),
  pages: pages.filter(({ paper_id }) => paper_id === paper.id).map(pageOf),
  createdAt: paper.created_at.toISOString(),
  inUse,
})

/** The earliest paper of the company with the same invoice, where it is another one. */
async function earlierOf(queries: Queries, paper: PaperRow): Promise<string | undefined> {
  if (paper.invoice_index === null) return undefined
  const row = await queries
    .selectFrom('papers')
    .select('id')
    .where('company_id', '=', paper.company_id)
    .where('invoice_index', '=', paper.invoice_index)
    .where('seq', '<', paper.seq)
    .orderBy('seq')
    .executeTakeFirst()
  return row?.id
}

/** @throws {AppError} NOT_FOUND */
export async function describePaper(
  world: Pick<Deps, 'vault'>,
  queries: Queries,
  companyId: string,
  paperId: string,
): Promise<PaperDetail> {
  const paper = await findPaper(queries, companyId, paperId)
  if (paper === undefined) throw noSuchPaper()
  const [pages, inUse, reading, confirmed, earlier] = [
    await pagesOf(queries, [paperId]),
    await isInUse(queries, paperId),
    await readingOf(world, queries, paper),
    await confirmedOf(world, queries, paper),
    await earlierOf(queries, paper),
  ]
  return {
    ...summaryOf(paper, pages, inUse),
    reading: reading ?? null,
    confirmed: { ...confirmed, ...(paper.kind !== null && { kind: paper.kind }) },
    ...(earlier !== undefined && { duplicateOf: earlier }),
  }
}
