import type { News } from '@suanhui/shared/notifications'
import type { Deps } from '../../../deps'
import type { Queries } from '../../../stores/database'
import { tellMembers } from '../tell-members'

export type RemindingWorld = Pick<
  Deps,
  'database' | 'vault' | 'channels' | 'newId' | 'clock' | 'published' | 'paperRules' | 'platforms' | 'elapsedMs'
>

const PAGE = 500

/** The ids of all companies whose region begins so, in their order: many do not stand in memory at once. */
export async function* companiesIn(queries: Queries, regionPrefix: string): AsyncGenerator<string> {
  let after: string | undefined
  for (;;) {
    let page = queries
      .selectFrom('companies')
      .select('id')
      .where('region', 'like', `${regionPrefix}%`)
      .orderBy('id')
      .limit(PAGE)
    if (after !== undefined) page = page.where('id', '>', after)
    const rows = await page.execute()
    for (const { id } of rows) yield id
    after = rows.at(-1)?.id
    if (rows.length < PAGE) return
  }
}

/** Told in one transaction a company; who was told before is not told again. */
export const tellCompany = (world: RemindingWorld, companyId: string, news: readonly News[]): Promise<void> =>
  world.database.transaction(async (transaction) => {
    for (const one of news) await tellMembers(transaction, world, companyId, one)
  })
