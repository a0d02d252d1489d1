import type { SigningSecret, VerifyingKey } from '@suanhui/bff/platforms/signing/key'
import { sm2 } from 'sm-crypto-v2'

/** What one side signs with, and the other checks with. */
export interface Pair {
  readonly signing: SigningSecret
  readonly verifying: VerifyingKey
}

export const hmacPair = (fill: number): Pair => {
  const key = { algorithm: 'HMAC-SHA256', keyId: 'test', secret: new Uint8Array(32).fill(fill) } as const
  return { signing: key, verifying: key }
}

export const sm2Pair = (keyId = 'test'): Pair => {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  const key = { algorithm: 'SM2-SM3', keyId } as const
  return { signing: { ...key, privateKey }, verifying: { ...key, publicKey } }
}
