import { signingKeyOf } from '@suanhui/bff/services/signing-key'
import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { keysOf, verifyDetached } from '../../miniapp/src/api/signature'

/** RFC 7515, appendix A.3: a JWS by ES256, its key, and what it signs. */
const KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
}
const PRIVATE = 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI'
const HEADER = 'eyJhbGciOiJFUzI1NiJ9'
const PAYLOAD = 'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
const SIGNATURE = 'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q'
const TEXT = Buffer.from(PAYLOAD, 'base64url').toString()
const changed = SIGNATURE.replace('DtEh', 'DtEi')

describe('JOSE, by its published examples', () => {
  it('the server takes the signature of RFC 7515, A.3, and no other', async () => {
    const key = await importJWK(KEY, 'ES256')
    const verified = (signature: string) =>
      compactVerify(`${HEADER}.${PAYLOAD}.${signature}`, key, { algorithms: ['ES256'] })
    expect(new TextDecoder().decode((await verified(SIGNATURE)).payload)).toBe(TEXT)
    await expect(verified(changed)).rejects.toThrow()
  })

  it('the phone takes it detached (appendix F), and no other', () => {
    const keys = keysOf({ keys: [KEY] })
    expect(verifyDetached(`${HEADER}..${SIGNATURE}`, TEXT, keys)).toBe(true)
    expect(verifyDetached(`${HEADER}..${changed}`, TEXT, keys)).toBe(false)
    expect(verifyDetached(`${HEADER}..${SIGNATURE}`, `${TEXT} `, keys)).toBe(false)
  })

  it('a key has the name of RFC 7638', async () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw'
    expect(await calculateJwkThumbprint({ kty: 'RSA', e: 'AQAB', n })).toBe(
      'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    )
    const { publicKey } = await signingKeyOf({ ...KEY, d: PRIVATE })
    expect(publicKey.kid).toBe(await calculateJwkThumbprint(KEY))
  })
})
