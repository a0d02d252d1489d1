import type { PublicKey } from '@suanhui/shared/api'
import { importJWK } from 'jose'
import type { Deps } from '../deps'
import type { SigningKey } from '../services/signing-key'
import type { TokenKey } from '../stores/identity-keys'
import { KEYS_READ_EVERY_MS, UNKNOWN_KEY_PAUSE_MS } from './lifetimes'
import { openTokenKey, readTokenKeys } from './token-keys'

type World = Pick<Deps, 'database' | 'systemSecrets' | 'clock' | 'elapsedMs'>
type VerificationKey = Awaited<ReturnType<typeof importJWK>>

/** The keys of access tokens, shared by all processes through the database. */
export interface KeyRing {
  /** Whose turn it is now. */
  signingKey(): Promise<SigningKey>
  /** Undefined where no process of ours made such a key, or its time is over. */
  verificationKey(kid: string): Promise<VerificationKey | undefined>
  /** Those in use, those to come, and those whose tokens may still be around. */
  publicKeys(): Promise<readonly PublicKey[]>
}

interface Read {
  readonly atMs: number
  readonly keys: readonly TokenKey[]
}

/** Reads the keys every minute, and where an unknown one is named, at most once a second. */
export function openKeyRing(world: World): KeyRing {
  const { clock, elapsedMs } = world
  let read: Promise<Read> | undefined
  const opened = new Map<string, Promise<SigningKey>>()
  const imported = new Map<string, Promise<VerificationKey>>()

  async function keysFresherThan(ms: number): Promise<readonly TokenKey[]> {
    const last = await read?.catch(() => undefined)
    if (last === undefined || elapsedMs() - last.atMs >= ms) {
      const atMs = elapsedMs()
      read = readTokenKeys(world).then((keys) => ({ atMs, keys }))
    }
    const { keys } = await (read as Promise<Read>)
    const now = clock()
    return keys.filter(({ usedUntil }) => usedUntil === null || usedUntil > now)
  }

  return {
    async signingKey() {
      const now = clock()
      const keys = await keysFresherThan(KEYS_READ_EVERY_MS)
      const key = keys.filter(({ usedFrom }) => usedFrom <= now).at(-1) ?? keys[0]
      if (key === undefined) throw new Error('there is no key for access tokens')
      const { kid } = key.publicKey
      const promise = opened.get(kid) ?? openTokenKey(world, key)
      opened.set(kid, promise)
      return promise
    },
    async verificationKey(kid) {
      const isIt = ({ publicKey }: TokenKey): boolean => publicKey.kid === kid
      const key =
        (await keysFresherThan(KEYS_READ_EVERY_MS)).find(isIt) ??
        (await keysFresherThan(UNKNOWN_KEY_PAUSE_MS)).find(isIt)
      if (key === undefined) return undefined
      const promise = imported.get(kid) ?? importJWK(key.publicKey, 'ES256')
      imported.set(kid, promise)
      return promise
    },
    publicKeys: async () => (await keysFresherThan(KEYS_READ_EVERY_MS)).map(({ publicKey }) => publicKey),
  }
}
