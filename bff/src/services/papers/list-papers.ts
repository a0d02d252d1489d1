import type { PaperList } from '@suanhui/shared/api'
import type { PaperKind } from '@suanhui/shared/papers'
import type { Queries } from '../../stores/database'
import { pagesOf } from '../../stores/papers'
import { summaryOf } from './describe-paper'

const PAGE = 50

interface Asked {
  readonly kind?: PaperKind
  /** From the answer before. */
  readonly cursor?: string
}

/** Newest first. */
export async function listPapers(queries: Queries, companyId: string, { kind, cursor }: Asked): Promise<PaperList> {
  let query = queries
    .selectFrom('papers')
    .selectAll()
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('paper_uses').select('paper_id').whereRef('paper_uses.paper_id', '=', 'papers.id'))
        .$castTo<boolean>()
        .as('in_use'),
    )
    .where('company_id', '=', companyId)
  if (kind !== undefined) query = query.where(({ fn }) => fn.coalesce('kind', 'read_kind'), '=', kind)
  if (cursor !== undefined) query = query.where('seq', '<', Number(cursor))
  const found = await query
    .orderBy('seq', 'desc')
    .limit(PAGE + 1)
    .execute()
  const rows = found.slice(0, PAGE)
  const ids = rows.map(({ id }) => id)
  const pages = await pagesOf(queries, ids)
  const last = rows.at(-1)
  return {
    papers: rows.map((row) => summaryOf(row, pages, row.in_use)),
    ...(found.length > PAGE && last && { next: String(last.seq) }),
  }
}
