import { createHmac, randomBytes } from 'node:crypto'
import { builtOnce } from '../stores/built-once'
import type { Queries, Transaction } from '../stores/database'
import type { MasterKeys } from './master-keys'
import { KEY_BYTES, openBytes, sealBytes } from './sealing'
import { KeyDestroyedError, type KeyOwner, type Place, type Vault } from './vault'

const contextOf = ({ table, column, row }: Place): string => JSON.stringify([table, column, row])
/** What a data key is bound to: it unwraps for its owner only. */
export const wrapContext = ({ kind, id }: KeyOwner): string => JSON.stringify(['data key', kind, id])

const keysOf = builtOnce((queries, kind: KeyOwner['kind'], id: string) =>
  queries
    .selectFrom('data_keys')
    .select(['wrapped', 'master_key_id'])
    .where('owner_kind', '=', kind)
    .where('owner_id', '=', id),
)

/** The vault over the table `data_keys`. Opened keys are not kept: unwrapping one takes 9 µs. */
export function openVault({ current, older, indexKey }: MasterKeys): Vault {
  const masters = new Map([current, ...older].map(({ id, bytes }) => [id, bytes]))

  async function keyOf(queries: Queries, owner: KeyOwner): Promise<Uint8Array | undefined> {
    const [row] = await keysOf(queries, owner.kind, owner.id)
    if (row === undefined) return undefined
    if (row.wrapped === null) throw new KeyDestroyedError()
    const master = masters.get(row.master_key_id ?? '')
    if (master === undefined) throw new Error('a data key is wrapped with a master key that is not given')
    return openBytes(master, wrapContext(owner), row.wrapped)
  }

  async function madeKey(transaction: Transaction, owner: KeyOwner): Promise<Uint8Array> {
    const found = await keyOf(transaction, owner)
    if (found) return found
    const wrapped = sealBytes(current.bytes, wrapContext(owner), randomBytes(KEY_BYTES))
    await transaction
      .insertInto('data_keys')
      .values({ owner_kind: owner.kind, owner_id: owner.id, wrapped, master_key_id: current.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    // Another transaction may have been faster: its key counts.
    const made = await keyOf(transaction, owner)
    if (made === undefined) throw new Error('a data key vanished')
    return made
  }

  return {
    async seal(transaction, owner, place, text) {
      return sealBytes(await madeKey(transaction, owner), contextOf(place), Buffer.from(text))
    },
    async open(queries, owner, place, sealed) {
      const key = await keyOf(queries, owner)
      if (key === undefined) throw new Error('there is no key of this owner')
      return Buffer.from(openBytes(key, contextOf(place), sealed)).toString()
    },
    dataKey: madeKey,
    blindIndex: (purpose, text) =>
      createHmac('sha256', indexKey)
        .update(JSON.stringify([purpose, text]))
        .digest('hex'),
    async destroyKey(transaction, owner) {
      await transaction
        .insertInto('data_keys')
        .values({
          owner_kind: owner.kind,
          owner_id: owner.id,
          wrapped: null,
          master_key_id: null,
          destroyed_at: new Date(),
        })
        .onConflict((conflict) =>
          conflict
            .columns(['owner_kind', 'owner_id'])
            .doUpdateSet({ wrapped: null, master_key_id: null, destroyed_at: new Date() }),
        )
        .execute()
    },
  }
}
