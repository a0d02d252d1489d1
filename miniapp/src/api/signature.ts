import { p256 } from '@noble/curves/nist.js'
import { fromBase64url, toBase64url } from './base64url'
import { utf8Bytes } from './utf8'

/** A public key of ours for ES256, as RFC 7517 writes it. */
export interface PublicKey {
  readonly kid?: string
  readonly x: string
  readonly y: string
}

interface JwsHeader {
  readonly alg: string
  readonly kid?: string
  readonly b64?: boolean
  readonly crit?: readonly string[]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The keys of a key set that can check ES256; others are passed over. */
export function keysOf(jwks: unknown): readonly PublicKey[] {
  const keys = isRecord(jwks) && Array.isArray(jwks.keys) ? jwks.keys : []
  return keys.flatMap((key: unknown) => {
    if (!isRecord(key) || key.kty !== 'EC' || key.crv !== 'P-256') return []
    if (typeof key.x !== 'string' || typeof key.y !== 'string') return []
    return [{ x: key.x, y: key.y, ...(typeof key.kid === 'string' && { kid: key.kid }) }]
  })
}

function headerOf(encoded: string): JwsHeader | undefined {
  const bytes = fromBase64url(encoded)
  if (bytes === undefined) return undefined
  try {
    // A protected header of ours is ASCII.
    const header: unknown = JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    return isRecord(header) && typeof header.alg === 'string' ? (header as unknown as JwsHeader) : undefined
  } catch {
    return undefined
  }
}

/** What a header asks us to understand; one that asks for more is refused (RFC 7515, 4.1.11). */
function understood({ alg, b64, crit }: JwsHeader): boolean {
  const asked = crit ?? []
  if (alg !== 'ES256' || !asked.every((name) => name === 'b64')) return false
  return b64 === undefined || asked.includes('b64')
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

function pointOf(key: PublicKey): Uint8Array | undefined {
  const x = fromBase64url(key.x)
  const y = fromBase64url(key.y)
  if (x?.length !== 32 || y?.length !== 32) return undefined
  return joined(Uint8Array.of(4), joined(x, y))
}

/**
 * Whether the detached signature (`header..signature`, RFC 7515 appendix F, with or without RFC 7797) was made over
 * exactly this text by one of the keys. Anything odd is a no.
 */
export function verifyDetached(signature: string, text: string, keys: readonly PublicKey[]): boolean {
  const [encodedHeader = '', payload, encodedSignature = '', ...more] = signature.split('.')
  const header = headerOf(encodedHeader)
  const bytes = fromBase64url(encodedSignature)
  if (header === undefined || !understood(header) || payload !== '' || more.length > 0 || bytes?.length !== 64)
    return false
  const body = utf8Bytes(text)
  const signed = joined(utf8Bytes(`${encodedHeader}.`), header.b64 === false ? body : utf8Bytes(toBase64url(body)))
  return keys
    .filter((key) => header.kid === undefined || key.kid === undefined || key.kid === header.kid)
    .some((key) => {
      const point = pointOf(key)
      try {
        return point !== undefined && p256.verify(bytes, signed, point, { lowS: false })
      } catch {
        return false
      }
    })
}
