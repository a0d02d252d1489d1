import { exportJWK, generateKeyPair } from 'jose'
import type { Deps } from '../deps'
import { type SigningKey, signingKeyOf } from '../services/signing-key'
import type { Transaction } from '../stores/database'
import {
  addTokenKey,
  allTokenKeys,
  forgetTokenKeys,
  keepResealed,
  lockTokenKeys,
  type TokenKey,
  tokenKeys,
} from '../stores/identity-keys'
import { ACCESS_TOKEN_MS, KEY_LEAD_MS } from './lifetimes'

type World = Pick<Deps, 'database' | 'systemSecrets' | 'clock'>

const contextOf = (kid: string): string => `token key ${kid}`

async function makeKey({ systemSecrets }: World, usedFrom: Date): Promise<Omit<TokenKey, 'usedUntil'>> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const { publicKey } = await signingKeyOf(jwk)
  const privateSealed = systemSecrets.seal(contextOf(publicKey.kid), Buffer.from(JSON.stringify(jwk)))
  return { publicKey, privateSealed, usedFrom }
}

/** The private half. @throws {Error} where its master key is not given. */
export function openTokenKey({ systemSecrets }: Pick<Deps, 'systemSecrets'>, key: TokenKey): Promise<SigningKey> {
  const text = Buffer.from(systemSecrets.open(contextOf(key.publicKey.kid), key.privateSealed)).toString()
  return signingKeyOf(JSON.parse(text))
}

/** The keys as they stand; the very first process makes the first one. */
export async function readTokenKeys(world: World): Promise<readonly TokenKey[]> {
  const { database, clock } = world
  const known = await tokenKeys(database.queries, clock())
  if (known.length > 0) return known
  const first = await makeKey(world, clock())
  return database.transaction(async (transaction) => {
    await lockTokenKeys(transaction)
    if ((await tokenKeys(transaction, clock())).length === 0) await addTokenKey(transaction, first, clock())
    return tokenKeys(transaction, clock())
  })
}

/**
 * Seals every private half with the current master key. The short-lived successors of refresh tokens are left: they
 * are of no use after 20 seconds.
 * @returns how many.
 */
export function resealTokenKeys({
  database,
  systemSecrets,
}: Pick<Deps, 'database' | 'systemSecrets'>): Promise<number> {
  return database.transaction(async (transaction) => {
    await lockTokenKeys(transaction)
    const keys = await allTokenKeys(transaction)
    for (const { publicKey, privateSealed } of keys) {
      const context = contextOf(publicKey.kid)
      const sealed = systemSecrets.seal(context, systemSecrets.open(context, privateSealed))
      await keepResealed(transaction, publicKey.kid, sealed)
    }
    return keys.length
  })
}

export interface Rotation {
  readonly kid: string
  readonly usedFrom: Date
  /** When the last token of the keys before it is refused. */
  readonly othersUntil: Date
}

/**
 * Makes the next key. Usually it is published first and takes its turn ten minutes later, and nobody notices. `atOnce`
 * is for a key that leaked: every access token there is stops being accepted, and phones fetch new ones by themselves.
 */
export async function rotateTokenKeys(world: World, { atOnce }: { readonly atOnce: boolean }): Promise<Rotation> {
  const now = world.clock()
  const usedFrom = atOnce ? now : new Date(now.getTime() + KEY_LEAD_MS)
  const othersUntil = atOnce ? now : new Date(usedFrom.getTime() + 2 * ACCESS_TOKEN_MS)
  const key = await makeKey(world, usedFrom)
  await world.database.transaction(async (transaction: Transaction) => {
    await lockTokenKeys(transaction)
    await forgetTokenKeys(transaction, now)
    await addTokenKey(transaction, key, othersUntil)
  })
  return { kid: key.publicKey.kid, usedFrom, othersUntil }
}
