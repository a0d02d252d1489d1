import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptSigningKey, signingKeyOf } from './signing-key'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keys-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const path = () => join(dataDir, 'keys/catalogue.json')

describe('the kept key', () => {
  it('is made on the first start, for us alone, and leaves no drafts behind', async () => {
    await keptSigningKey(dataDir)
    expect((await stat(path())).mode & 0o777).toBe(0o600)
    expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700)
    expect(await readdir(join(dataDir, 'keys'))).toEqual(['catalogue.json'])
  })

  it('is the same ever after', async () => {
    const first = await keptSigningKey(dataDir)
    const text = await readFile(path(), 'utf8')
    expect((await keptSigningKey(dataDir)).publicKey).toEqual(first.publicKey)
    expect(await readFile(path(), 'utf8')).toBe(text)
  })

  it('is one, however many servers start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 12 }, () => keptSigningKey(dataDir)))
    expect(new Set(keys.map(({ publicKey }) => publicKey.kid)).size).toBe(1)
    expect(await readdir(join(dataDir, 'keys'))).toEqual(['catalogue.json'])
  })

  it('is not replaced where the file is spoilt: someone must look', async () => {
    await keptSigningKey(dataDir)
    await writeFile(path(), 'spoilt')
    await expect(keptSigningKey(dataDir)).rejects.toThrow()
    expect(await readFile(path(), 'utf8')).toBe('spoilt')
  })
})

describe('a given key', () => {
  it('must be a whole private key on P-256', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const whole = await exportJWK(privateKey)
    expect((await signingKeyOf(whole)).publicKey).toMatchObject({ x: whole.x, y: whole.y, alg: 'ES256' })
    const other = await generateKeyPair('ES384', { extractable: true })
    await expect(signingKeyOf(await exportJWK(publicKey))).rejects.toThrow()
    await expect(signingKeyOf(await exportJWK(other.privateKey))).rejects.toThrow()
    await expect(signingKeyOf({ ...whole, d: 'AAAA' })).rejects.toThrow()
    await expect(signingKeyOf({})).rejects.toThrow()
  })
})
