import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KEY_BYTES } from './sealing'

/** A key that wraps data keys. Its id is a fingerprint, so that the right one is found after a rotation. */
export interface MasterKey {
  readonly id: string
  readonly bytes: Uint8Array
}

export interface MasterKeys {
  /** New data keys are wrapped with this one. */
  readonly current: MasterKey
  /** Older ones, which only open. */
  readonly older: readonly MasterKey[]
  /** For the blind indexes of a database that has no key of its own yet; see `keptIndexKey`. */
  readonly indexKey: Uint8Array
}

const derive = (secret: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `suanhuitong ${use}`, KEY_BYTES))

const masterKeyOf = (secret: Uint8Array): MasterKey => ({
  id: createHash('sha256').update(derive(secret, 'key id')).digest('hex').slice(0, 16),
  bytes: derive(secret, 'wrap'),
})

/**
 * Keys from secrets of 32 bytes: the first is current, the rest are older. The index key comes from the oldest, which
 * several processes that start on a new database have in common.
 */
export function masterKeysOf(secrets: readonly Uint8Array[]): MasterKeys {
  const [current, ...older] = secrets
  const oldest = secrets.at(-1)
  if (current === undefined || oldest === undefined) throw new RangeError('at least one secret')
  if (secrets.some((secret) => secret.length !== KEY_BYTES)) throw new RangeError('a secret has 32 bytes')
  return { current: masterKeyOf(current), older: older.map(masterKeyOf), indexKey: derive(oldest, 'index') }
}

/** The demo's own secret, made once and kept in the data directory, readable by its user only. */
export async function keptSecret(dataDir: string): Promise<Uint8Array> {
  const file = join(dataDir, 'master-key')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  try {
    await writeFile(file, randomBytes(KEY_BYTES).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return new Uint8Array(Buffer.from(await readFile(file, 'utf8'), 'base64'))
}
