import { createHmac, timingSafeEqual } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { SIGNATURE_HEADERS, SKEW_MS, type VerifyingKey } from './key'
import { canonicalText } from './message'

export type Verification =
  /** Whoever checks still sees to it that the nonce is used once, until `nonceUntil`. */
  | { readonly ok: true; readonly keyId: string; readonly nonce: string; readonly nonceUntil: Date }
  | { readonly ok: false; readonly reason: 'unsigned' | 'unknown_key' | 'skewed' | 'forged' }

export interface ReceivedMessage {
  readonly method: string
  readonly target: string
  readonly body: Uint8Array
  /** Reads a header, by its name in small letters. */
  readonly header: (name: string) => string | undefined
}

const HMAC_HEX = /^[0-9a-f]{64}$/
const SM2_HEX = /^[0-9a-f]{128}$/
const NONCE = /^[A-Za-z0-9_-]{16,64}$/
const SECONDS = /^\d{1,12}$/

function fits(text: string, signature: string, key: VerifyingKey): boolean {
  if (key.algorithm === 'HMAC-SHA256') {
    if (!HMAC_HEX.test(signature)) return false
    const expected = createHmac('sha256', key.secret).update(text).digest()
    return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
  }
  if (!SM2_HEX.test(signature)) return false
  try {
    return sm2.doVerifySignature(new TextEncoder().encode(text), signature, key.publicKey, { hash: true })
  } catch {
    // Numbers that are on no curve.
    return false
  }
}

/**
 * Checks a signed message on its raw bytes, before anyone parses them. The algorithm is the key's, never the message's.
 * @param keyOf the key of that name, undefined where there is none.
 */
export function verify(
  { method, target, body, header }: ReceivedMessage,
  keyOf: (keyId: string) => VerifyingKey | undefined,
  now: Date,
): Verification {
  const keyId = header(SIGNATURE_HEADERS.key)
  const timestamp = header(SIGNATURE_HEADERS.timestamp) ?? ''
  const nonce = header(SIGNATURE_HEADERS.nonce) ?? ''
  const signature = header(SIGNATURE_HEADERS.signature)
  if (keyId === undefined || signature === undefined) return { ok: false, reason: 'unsigned' }
  if (!SECONDS.test(timestamp) || !NONCE.test(nonce)) return { ok: false, reason: 'unsigned' }
  const key = keyOf(keyId)
  if (key === undefined || header(SIGNATURE_HEADERS.algorithm) !== key.algorithm) {
    return { ok: false, reason: 'unknown_key' }
  }
  const signedAtMs = Number(timestamp) * 1000
  if (Math.abs(now.getTime() - signedAtMs) > SKEW_MS) return { ok: false, reason: 'skewed' }
  const text = canonicalText(key.algorithm, keyId, { method, target, body, timestamp, nonce })
  if (!fits(text, signature, key)) return { ok: false, reason: 'forged' }
  return { ok: true, keyId, nonce, nonceUntil: new Date(signedAtMs + SKEW_MS + 1000) }
}
