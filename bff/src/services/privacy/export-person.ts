import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { exporters } from './exporters'

/** Everything about a person in one file, in clear, as it stands at one moment; that it was taken is kept. */
export const exportPerson = (
  world: Pick<Deps, 'database' | 'vault' | 'published' | 'clock'>,
  personId: string,
): Promise<Record<string, unknown>> =>
  world.database.transaction(async (transaction) => {
    const owned = await transaction
      .selectFrom('company_members')
      .select('company_id')
      .where('person_id', '=', personId)
      .where('role', '=', 'owner')
      .orderBy('company_id')
      .execute()
    const scope = { personId, ownedCompanyIds: owned.map(({ company_id }) => company_id) }
    const at = world.clock()
    const file: Record<string, unknown> = {
      about: '算惠通里关于您的全部信息。里面有手机号等隐私，请妥善保管。',
      contents: exporters.map(({ area, title }) => ({ area, title })),
      madeAt: at.toISOString(),
      personId,
    }
    for (const { area, collect } of exporters) file[area] = await collect(world, transaction, scope)
    await appendAudit(transaction, {
      at,
      actorId: personId,
      action: 'person.export',
      subjectIds: [personId],
      outcome: 'done',
    })
    return file
  })
