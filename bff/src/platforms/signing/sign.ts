import { createHmac } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { SIGNATURE_HEADERS, type SigningSecret } from './key'
import { canonicalText, type SignedMessage } from './message'

export type SignatureHeaders = Readonly<Record<(typeof SIGNATURE_HEADERS)[keyof typeof SIGNATURE_HEADERS], string>>

/** HMAC or SM2 signature of the text, hex. SM2 with the standard's default user id (GB/T 32918.2, GM/T 0009). */
export function signatureOf(text: string, secret: SigningSecret): string {
  if (secret.algorithm === 'HMAC-SHA256') return createHmac('sha256', secret.secret).update(text).digest('hex')
  return sm2.doSignature(new TextEncoder().encode(text), secret.privateKey, { hash: true })
}

/** Signs a message. @returns the headers to send with it. */
export function sign(
  message: Omit<SignedMessage, 'timestamp' | 'nonce'>,
  secret: SigningSecret,
  { now, nonce }: { readonly now: Date; readonly nonce: string },
): SignatureHeaders {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const text = canonicalText(secret.algorithm, secret.keyId, { ...message, timestamp, nonce })
  return {
    [SIGNATURE_HEADERS.key]: secret.keyId,
    [SIGNATURE_HEADERS.timestamp]: timestamp,
    [SIGNATURE_HEADERS.nonce]: nonce,
    [SIGNATURE_HEADERS.signature]: signatureOf(text, secret),
    [SIGNATURE_HEADERS.algorithm]: secret.algorithm,
  }
}
