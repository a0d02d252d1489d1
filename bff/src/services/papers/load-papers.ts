import { mergeConfirmed, type Paper } from '@suanhui/shared/papers'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { findPaper, pagesOf } from '../../stores/papers'
import { noSuchPaper } from './attach-file'
import { confirmedOf, emptyReading, readingOf } from './sealed-parts'

/**
 * Papers as the checks see them: what was read, with a person's word over it, in the order asked for.
 * @throws {AppError} NOT_FOUND a paper that is not there, or not of this company.
 */
export async function loadPapers(
  world: Pick<Deps, 'vault'>,
  queries: Queries,
  companyId: string,
  paperIds: readonly string[],
): Promise<readonly Paper[]> {
  const pages = await pagesOf(queries, paperIds)
  const papers: Paper[] = []
  for (const id of paperIds) {
    const row = await findPaper(queries, companyId, id)
    if (row === undefined) throw noSuchPaper()
    const kind = row.kind ?? row.read_kind
    const reading = (await readingOf(world, queries, row)) ?? emptyReading(kind)
    const confirmed = await confirmedOf(world, queries, row)
    const hash = pages.find((page) => page.paper_id === id)?.sha256
    const own = { id, ...(hash !== undefined && { hash }) }
    papers.push(mergeConfirmed(own, reading, { ...confirmed, ...(kind !== null && { kind }) }))
  }
  return papers
}
