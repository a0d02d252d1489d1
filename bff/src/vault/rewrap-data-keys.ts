import type { Database } from '../stores/database'
import type { MasterKeys } from './master-keys'
import { wrapContext } from './open-vault'
import { openBytes, sealBytes } from './sealing'

export interface Rewrapped {
  /** Data keys that are wrapped with the current master key now, and were not before. */
  readonly rewrapped: number
  /** Those whose master key is not given: they cannot be opened, by the server either. */
  readonly lost: number
}

const AT_ONCE = 500

/**
 * Wraps every data key with the current master key; what the data keys seal stays as it is. Running servers go on, as
 * long as they were given both keys. Broken off, it goes on where it stopped when it is called again.
 */
export async function rewrapDataKeys(database: Database, { current, older }: MasterKeys): Promise<Rewrapped> {
  let rewrapped = 0
  for (const master of older) {
    for (let found = AT_ONCE; found === AT_ONCE; ) {
      found = await database.transaction(async (transaction) => {
        const rows = await transaction
          .selectFrom('data_keys')
          .select(['owner_kind', 'owner_id', 'wrapped'])
          .where('master_key_id', '=', master.id)
          .limit(AT_ONCE)
          // A key that is being destroyed stays destroyed.
          .forUpdate()
          .execute()
        for (const { owner_kind, owner_id, wrapped } of rows) {
          if (wrapped === null) continue
          const context = wrapContext({ kind: owner_kind, id: owner_id })
          await transaction
            .updateTable('data_keys')
            .set({
              wrapped: sealBytes(current.bytes, context, openBytes(master.bytes, context, wrapped)),
              master_key_id: current.id,
            })
            .where('owner_kind', '=', owner_kind)
            .where('owner_id', '=', owner_id)
            .execute()
        }
        return rows.length
      })
      rewrapped += found
    }
  }
  const { lost } = await database.queries
    .selectFrom('data_keys')
    .select(({ fn }) => fn.countAll<string>().as('lost'))
    .where('master_key_id', '<>', current.id)
    .executeTakeFirstOrThrow()
  return { rewrapped, lost: Number(lost) }
}
