import { publishCatalogue } from '@suanhui/bff/services/publish-catalogue'
import { signingKeyOf } from '@suanhui/bff/services/signing-key'
import { versioned } from '@suanhui/bff/services/version-catalogue'
import { CatalogueBody, PublicKeys } from '@suanhui/shared/api'
import { catalogue } from '@suanhui/shared/policies'
import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, flattenedVerify, generateKeyPair } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { testServer } from './server'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})

const utf8 = (text: string) => new TextEncoder().encode(text)

/** As a phone checks it: the signature from the header, over the text that came, with the key the server publishes. */
async function verify(signature: string, text: string) {
  const [header = '', payload, sign = ''] = signature.split('.')
  expect(payload).toBe('')
  const keys = createLocalJWKSet(PublicKeys.parse(await (await server.get('/.well-known/jwks.json')).json()) as never)
  return flattenedVerify({ protected: header, payload: utf8(text), signature: sign }, keys)
}

describe('GET /v1/catalogue', () => {
  it('is the whole catalogue, by the contract, with the content in its version', async () => {
    const body = CatalogueBody.parse(await (await server.get('/v1/catalogue')).json())
    expect(body).toEqual({ ...JSON.parse(JSON.stringify(catalogue)), version: versioned(catalogue).version })
  })

  it('is signed over the very text it answers with', async () => {
    const response = await server.get('/v1/catalogue')
    const signature = response.headers.get('catalogue-signature') ?? ''
    const text = await response.text()
    const { protectedHeader } = await verify(signature, text)
    const { keys } = PublicKeys.parse(await (await server.get('/.well-known/jwks.json')).json())
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: keys[0]?.kid, b64: false, crit: ['b64'] })
    await expect(verify(signature, text.replace('0.3', '0.4'))).rejects.toThrow()
    await expect(verify(signature, `${text} `)).rejects.toThrow()
  })

  it('can be checked with nothing but P-256 and SHA-256: header, dot, body', async () => {
    const response = await server.get('/v1/catalogue')
    const [header, , signature = ''] = (response.headers.get('catalogue-signature') ?? '').split('.')
    const { keys } = PublicKeys.parse(await (await server.get('/.well-known/jwks.json')).json())
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('jwk', { ...keys[0] }, algorithm, false, ['verify'])
    const input = utf8(`${header}.${await response.text()}`)
    expect(await crypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), input)).toBe(true)
  })

  it('names its key by RFC 7638 and shows nothing private', async () => {
    const { keys } = (await (await server.get('/.well-known/jwks.json')).json()) as { keys: Record<string, string>[] }
    expect(keys).toHaveLength(1)
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
    expect(keys[0]?.kid).toBe(await calculateJwkThumbprint(keys[0] as never))
  })

  it('changes its version with any rule, and not otherwise', () => {
    const [first, ...rest] = catalogue.documents
    if (first === undefined) throw new Error('no document')
    const changed = { ...catalogue, documents: [{ ...first, summary: `${first.summary}。` }, ...rest] }
    expect(versioned(catalogue).version).toBe(versioned(structuredClone(catalogue)).version)
    expect(versioned(changed).version).not.toBe(versioned(catalogue).version)
  })

  it('signs with the key it is given', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(privateKey)
    const { keys, signature } = await publishCatalogue(catalogue, await signingKeyOf(jwk))
    expect(keys.keys[0]?.x).toBe(jwk.x)
    await expect(verify(signature, JSON.stringify(versioned(catalogue)))).rejects.toThrow()
  })
})

describe('the catalogue again', () => {
  it('costs 304 and no body while it is the same', async () => {
    const first = await server.get('/v1/catalogue')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[A-Za-z0-9_-]{43}"$/)
    for (const seen of [etag, `W/${etag}`, `"other", ${etag}`, '*', etag.replace(/"$/, '-gzip"')]) {
      const again = await server.get('/v1/catalogue', { 'if-none-match': seen })
      expect([seen, again.status]).toEqual([seen, 304])
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('cache-control')).toBe('public, no-cache')
    }
    for (const other of ['"other"', etag.toUpperCase(), 'nonsense', etag.slice(1, -1)]) {
      expect((await server.get('/v1/catalogue', { 'if-none-match': other })).status).toBe(200)
    }
  })

  it.each([
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ])('comes packed to a client that takes %s, with a tag of its own', async (accept, encoding) => {
    const [plain, packed] = await Promise.all([
      server.get('/v1/catalogue'),
      server.get('/v1/catalogue', { 'accept-encoding': accept }),
    ])
    expect(packed.headers.get('content-encoding')).toBe(encoding)
    expect(packed.headers.get('vary')).toBe('Accept-Encoding')
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'))
    expect(packed.headers.get('catalogue-signature')).toBe(plain.headers.get('catalogue-signature'))
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(Number(plain.headers.get('content-length')) / 4)
  })
})
