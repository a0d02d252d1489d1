import type { Catalogue } from '@suanhui/shared/rules'
import { tellMembers } from '../tell-members'
import type { RemindingWorld } from './companies'

const BATCH = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function titleOf(catalogue: Catalogue, measureId: string): string | undefined {
  const [documentId, slug] = measureId.split('/')
  return catalogue.documents.find(({ id }) => id === documentId)?.measures.find((measure) => measure.slug === slug)
    ?.title
}

/** Tells what new rules mean for companies that agreed; told and taken off the list together. @returns how many. */
function tellSome(world: RemindingWorld): Promise<number> {
  const { database, published } = world
  return database.transaction(async (transaction) => {
    const rows = await transaction
      .selectFrom('proactive_news')
      .select(['company_id', 'measure_id', 'catalogue_version', 'change'])
      .orderBy('queued_at')
      .limit(BATCH)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { company_id, measure_id, catalogue_version, change } of rows) {
      const title = titleOf(published.catalogue, measure_id)
      if (title !== undefined && UUID.test(company_id)) {
        const news = { measureId: measure_id, title, catalogueVersion: catalogue_version, change }
        await tellMembers(transaction, world, company_id, { type: 'measure', ...news })
      }
      await transaction
        .deleteFrom('proactive_news')
        .where('company_id', '=', company_id)
        .where('measure_id', '=', measure_id)
        .where('catalogue_version', '=', catalogue_version)
        .execute()
    }
    return rows.length
  })
}

/** Tells everything that waits. */
export async function tellOfMeasures(world: RemindingWorld): Promise<void> {
  while ((await tellSome(world)) > 0);
}
