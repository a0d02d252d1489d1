import { createHash } from 'node:crypto'
import type { Algorithm } from './key'

/** What a signature covers. */
export interface SignedMessage {
  readonly method: string
  /** Path and query, as they stand in the request line. */
  readonly target: string
  /** The raw bytes; empty where there is no body. */
  readonly body: Uint8Array
  /** Seconds since 1970. */
  readonly timestamp: string
  readonly nonce: string
}

/** SM3 (GB/T 32905-2016) comes with Node's own OpenSSL. */
export const digestHex = (algorithm: Algorithm, bytes: Uint8Array): string =>
  createHash(algorithm === 'SM2-SM3' ? 'sm3' : 'sha256')
    .update(bytes)
    .digest('hex')

/** The text that is signed: one part a line, so that no two messages share one. */
export const canonicalText = (algorithm: Algorithm, keyId: string, message: SignedMessage): string =>
  [
    algorithm,
    keyId,
    message.method.toUpperCase(),
    message.target,
    digestHex(algorithm, message.body),
    message.timestamp,
    message.nonce,
  ].join('\n')
