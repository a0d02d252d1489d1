/** `HMAC-SHA256`, or the national algorithms (国密): SM2 signatures over SM3 digests. */
export type Algorithm = 'HMAC-SHA256' | 'SM2-SM3'

/** What one side signs with. */
export type SigningSecret =
  | { readonly algorithm: 'HMAC-SHA256'; readonly keyId: string; readonly secret: Uint8Array }
  /** The private key in hex (32 bytes). */
  | { readonly algorithm: 'SM2-SM3'; readonly keyId: string; readonly privateKey: string }

/** What the other side checks with. */
export type VerifyingKey =
  | { readonly algorithm: 'HMAC-SHA256'; readonly keyId: string; readonly secret: Uint8Array }
  /** The public key in hex, uncompressed: `04` and 64 bytes. */
  | { readonly algorithm: 'SM2-SM3'; readonly keyId: string; readonly publicKey: string }

/** The headers of a signed message. */
export const SIGNATURE_HEADERS = {
  key: 'x-suanhui-key',
  timestamp: 'x-suanhui-timestamp',
  nonce: 'x-suanhui-nonce',
  signature: 'x-suanhui-signature',
  algorithm: 'x-suanhui-algorithm',
} as const

/** Clocks may differ by so much. */
export const SKEW_MS = 5 * 60_000
