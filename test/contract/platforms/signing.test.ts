import { generateKeyPairSync, randomUUID } from 'node:crypto'
import type { SigningSecret, VerifyingKey } from '@suanhui/bff/platforms/signing/key'
import { digestHex } from '@suanhui/bff/platforms/signing/message'
import { sign } from '@suanhui/bff/platforms/signing/sign'
import { verify } from '@suanhui/bff/platforms/signing/verify'
import { sm2 } from 'sm-crypto-v2'
import { describe, expect, it } from 'vitest'

const NOW = new Date('2026-11-21T02:00:00Z')
const bytes = (text: string) => new TextEncoder().encode(text)

/** The key of GM/T 0003.5-2012 (GB/T 32918.5), appendix A.2: curve, private and public key as published. */
const PRIVATE = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'
const PUBLIC =
  '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'

const pairs: readonly { readonly secret: SigningSecret; readonly key: VerifyingKey }[] = [
  {
    secret: { algorithm: 'HMAC-SHA256', keyId: 'k', secret: new Uint8Array(32).fill(3) },
    key: { algorithm: 'HMAC-SHA256', keyId: 'k', secret: new Uint8Array(32).fill(3) },
  },
  {
    secret: { algorithm: 'SM2-SM3', keyId: 'k', privateKey: PRIVATE },
    key: { algorithm: 'SM2-SM3', keyId: 'k', publicKey: PUBLIC },
  },
]

describe('published vectors', () => {
  // GB/T 32905-2016, appendix A.
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3 of %s', (text, digest) => {
    expect(digestHex('SM2-SM3', bytes(text))).toBe(digest)
  })

  it('SM2: the published signature of “message digest” by the published key', () => {
    const signature =
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
      'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
    const options = { hash: true }
    expect(sm2.doVerifySignature(bytes('message digest'), signature, PUBLIC, options)).toBe(true)
    expect(sm2.doVerifySignature(bytes('message digesT'), signature, PUBLIC, options)).toBe(false)
    expect(sm2.getPublicKeyFromPrivateKey(PRIVATE)).toBe(PUBLIC)
  })
})

describe.each(pairs)('a message signed with $secret.algorithm', ({ secret, key }) => {
  const message = { method: 'POST', target: '/v1/filings?x=1', body: bytes('{"a":1}') }
  const nonce = randomUUID()
  const signed = sign(message, secret, { now: NOW, nonce })
  const check = (
    change: Partial<typeof message> = {},
    headers: Readonly<Record<string, string | undefined>> = {},
    now = NOW,
  ) => {
    const all: Readonly<Record<string, string | undefined>> = { ...signed, ...headers }
    const received = { ...message, ...change, header: (name: string) => all[name] }
    return verify(received, (keyId) => (keyId === key.keyId ? key : undefined), now)
  }
  const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

  it('is known by its key, and tells its nonce', () => {
    expect(check()).toMatchObject({ ok: true, keyId: 'k', nonce })
    expect(check({ method: 'post' })).toMatchObject({ ok: true })
  })

  it.each([
    ['another method', { method: 'PUT' }],
    ['another path', { target: '/v1/filings' }],
    ['another body', { body: bytes('{"a":2}') }],
    ['no body', { body: new Uint8Array() }],
  ])('is refused with %s', (_, change) => {
    expect(check(change)).toEqual({ ok: false, reason: 'forged' })
  })

  it.each([
    ['no signature', { 'x-suanhui-signature': undefined }, 'unsigned'],
    ['no key', { 'x-suanhui-key': undefined }, 'unsigned'],
    ['no nonce', { 'x-suanhui-nonce': undefined }, 'unsigned'],
    ['a short nonce', { 'x-suanhui-nonce': 'abc' }, 'unsigned'],
    ['another nonce', { 'x-suanhui-nonce': randomUUID() }, 'forged'],
    ['another second', { 'x-suanhui-timestamp': String(NOW.getTime() / 1000 + 1) }, 'forged'],
    ['a key nobody knows', { 'x-suanhui-key': 'other' }, 'unknown_key'],
    ['no algorithm', { 'x-suanhui-algorithm': 'none' }, 'unknown_key'],
    ['an empty signature', { 'x-suanhui-signature': '' }, 'forged'],
    ['a signature of zeros', { 'x-suanhui-signature': '0'.repeat(signed['x-suanhui-signature'].length) }, 'forged'],
  ])('is refused with %s', (_, headers, reason) => {
    expect(check({}, headers)).toEqual({ ok: false, reason })
  })

  it('holds for five minutes either way', () => {
    expect(check({}, {}, minutes(5))).toMatchObject({ ok: true })
    expect(check({}, {}, minutes(-5))).toMatchObject({ ok: true })
    expect(check({}, {}, minutes(5.1))).toEqual({ ok: false, reason: 'skewed' })
    expect(check({}, {}, minutes(-5.1))).toEqual({ ok: false, reason: 'skewed' })
  })
})

it('is no key on another curve', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const raw = publicKey.export({ format: 'jwk' })
  const hex = `04${Buffer.from(raw.x ?? '', 'base64url').toString('hex')}${Buffer.from(raw.y ?? '', 'base64url').toString('hex')}`
  const signed = sign(
    { method: 'GET', target: '/', body: new Uint8Array() },
    { algorithm: 'SM2-SM3', keyId: 'k', privateKey: PRIVATE },
    { now: NOW, nonce: randomUUID() },
  )
  const header = (name: string) => new Map<string, string>(Object.entries(signed)).get(name)
  const key: VerifyingKey = { algorithm: 'SM2-SM3', keyId: 'k', publicKey: hex }
  expect(verify({ method: 'GET', target: '/', body: new Uint8Array(), header }, () => key, NOW)).toEqual({
    ok: false,
    reason: 'forged',
  })
})
