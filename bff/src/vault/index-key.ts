import type { Database, Queries } from '../stores/database'
import { DatabaseSetupError } from '../stores/database-error'
import type { SystemSecrets } from './system-secrets'

const CONTEXT = 'index key'

interface World {
  readonly database: Database
  readonly systemSecrets: SystemSecrets
}

const sealedIn = async (queries: Queries): Promise<string | undefined> =>
  (await queries.selectFrom('index_key').select('sealed').executeTakeFirst())?.sealed

function opened({ systemSecrets }: World, sealed: string): Uint8Array {
  try {
    return systemSecrets.open(CONTEXT, sealed)
  } catch (error) {
    throw new DatabaseSetupError('这个数据库用过的主密钥不在 MASTER_KEYS 里：请把它补在后面再启动', error)
  }
}

/**
 * The key of the blind indexes. It is kept with the data, so that people and invoices are found whichever master keys
 * come and go.
 * @param first the key of a database that has none yet.
 * @throws {DatabaseSetupError} none of the master keys that are given opens it: they are those of another database.
 */
export async function keptIndexKey(world: World, first: Uint8Array): Promise<Uint8Array> {
  const { queries } = world.database
  const found = await sealedIn(queries)
  if (found !== undefined) return opened(world, found)
  const sealed = world.systemSecrets.seal(CONTEXT, first)
  await queries
    .insertInto('index_key')
    .values({ sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // Another process may have been faster: its key counts.
  return opened(world, (await sealedIn(queries)) ?? sealed)
}

/** Seals it with the current master key. */
export async function resealIndexKey(world: World, first: Uint8Array): Promise<void> {
  const key = await keptIndexKey(world, first)
  await world.database.queries
    .updateTable('index_key')
    .set({ sealed: world.systemSecrets.seal(CONTEXT, key) })
    .execute()
}
