import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from './base64url'
import { keysOf, verifyDetached } from './signature'

const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ours = pair()
const text = '{"format":1,"version":"2026-11-21","title":"算力券😀"}'
const jwks = { keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }] }
const keys = keysOf(jwks)

function detached(header: object, body = text, key = ours.privateKey): string {
  const encoded = Buffer.from(JSON.stringify(header)).toString('base64url')
  const raw = 'b64' in header && header.b64 === false
  const payload = raw ? body : Buffer.from(body).toString('base64url')
  const signature = sign('sha256', Buffer.from(`${encoded}.${payload}`), { key, dsaEncoding: 'ieee-p1363' })
  return `${encoded}..${signature.toString('base64url')}`
}

const plain = { alg: 'ES256', kid: 'k1' }
const unencoded = { alg: 'ES256', kid: 'k1', b64: false, crit: ['b64'] }

describe('a detached signature made by node:crypto', () => {
  it.each([
    ['as RFC 7515 appendix F has it', plain],
    ['over the raw text, RFC 7797', unencoded],
    ['without a key id', { alg: 'ES256' }],
  ])('holds %s', (_name, header) => {
    for (let round = 0; round < 8; round += 1) expect(verifyDetached(detached(header), text, keys)).toBe(true)
  })

  it.each([
    ['another text', () => verifyDetached(detached(unencoded), `${text} `, keys)],
    ['another key', () => verifyDetached(detached(unencoded, text, pair().privateKey), text, keys)],
    ['no key', () => verifyDetached(detached(unencoded), text, [])],
    ['a key of another id', () => verifyDetached(detached({ ...unencoded, kid: 'k2' }), text, keys)],
    ['another algorithm', () => verifyDetached(detached({ ...unencoded, alg: 'none' }), text, keys)],
    ['b64 that is not critical', () => verifyDetached(detached({ alg: 'ES256', b64: false }), text, keys)],
    ['a critical name nobody knows', () => verifyDetached(detached({ ...plain, crit: ['exp'] }), text, keys)],
    ['an attached payload', () => verifyDetached(detached(plain).replace('..', '.e30.'), text, keys)],
    ['a signature cut short', () => verifyDetached(detached(plain).slice(0, -4), text, keys)],
    ['nothing', () => verifyDetached('', text, keys)],
    ['a header that is no JSON', () => verifyDetached(`!!..${'A'.repeat(86)}`, text, keys)],
    [
      'a point that is not on the curve',
      () => verifyDetached(detached(plain), text, [{ x: 'A'.repeat(43), y: 'A'.repeat(43) }]),
    ],
  ])('is refused for %s', (_name, verified) => {
    expect(verified()).toBe(false)
  })
})

describe('keysOf', () => {
  it('takes P-256 keys and passes over everything else', () => {
    const other = { kty: 'RSA', n: 'x', e: 'AQAB' }
    expect(keysOf({ keys: [other, null, ...jwks.keys, { kty: 'EC', crv: 'P-256', x: 1 }] })).toEqual(keys)
    expect(keysOf(undefined)).toEqual([])
  })
})

describe('base64url', () => {
  it('goes both ways as Buffer does', () => {
    for (let size = 0; size < 20; size += 1) {
      const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 83 + size * 7) & 0xff)
      const encoded = Buffer.from(bytes).toString('base64url')
      expect(toBase64url(bytes)).toBe(encoded)
      expect([...(fromBase64url(encoded) ?? [])]).toEqual([...bytes])
    }
  })
  it.each(['A', 'AA=', 'A+A', '算'])('refuses %j', (text) => expect(fromBase64url(text)).toBeUndefined())
})
