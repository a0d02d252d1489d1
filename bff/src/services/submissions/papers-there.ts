import type { Paper } from '@suanhui/shared/papers'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { loadPapers } from '../papers/load-papers'

/** Those of the ids that are papers of this company, once each, in the order given. */
export async function idsThere(
  queries: Queries,
  companyId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await queries
    .selectFrom('papers')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const there = new Set(rows.map(({ id }) => id))
  return [...new Set(ids)].filter((id) => there.has(id))
}

/** The papers that are still there: a draft holds none of them, so any may have been deleted. */
export const papersThere = async (
  world: Pick<Deps, 'vault'>,
  queries: Queries,
  companyId: string,
  ids: readonly string[],
): Promise<readonly Paper[]> => loadPapers(world, queries, companyId, await idsThere(queries, companyId, ids))
