import { randomUUID, type webcrypto } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { PublicKey } from '@suanhui/shared/api'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'

/** A key of ours for ES256, with what others need to check its signatures. */
export interface SigningKey {
  readonly privateKey: webcrypto.CryptoKey
  readonly publicKey: PublicKey
}

/**
 * The private key with the name that RFC 7638 gives it.
 * @throws where the JWK is not a whole private key on P-256.
 */
export async function signingKeyOf(jwk: JWK): Promise<SigningKey> {
  const { kty, crv, x, y } = jwk
  const privateKey = await importJWK(jwk, 'ES256')
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined || !('type' in privateKey)) {
    throw new TypeError('not a key on P-256')
  }
  if (privateKey.type !== 'private') throw new TypeError('not a private key')
  const kid = await calculateJwkThumbprint({ kty, crv, x, y })
  return { privateKey, publicKey: { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' } }
}

const readIfPresent = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** Makes what was created or removed in the directory last a power cut. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Writes a file that is whole or not there, readable by us alone; leaves one alone that is already there. */
async function writeOnce(directory: string, path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    // Unlike a rename, a link never replaces: of two servers starting at once, the first one's key stays.
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(draft)
  }
  await syncDirectory(directory)
}

/** The key kept in the data directory: made on the first start, the same ever after. */
export async function keptSigningKey(dataDir: string): Promise<SigningKey> {
  const directory = join(dataDir, 'keys')
  const path = join(directory, 'catalogue.json')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  if ((await readIfPresent(path)) === undefined) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    await writeOnce(directory, path, `${JSON.stringify(await exportJWK(privateKey))}\n`)
    await syncDirectory(dataDir)
  }
  return signingKeyOf(JSON.parse(await readFile(path, 'utf8')) as JWK)
}
