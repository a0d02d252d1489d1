import type { SigningSecret, VerifyingKey } from '@suanhui/bff/platforms/signing/key'
import type { Secrets } from '../secrets'
import type { PlatformName } from './case'

/** What a platform signs its webhooks with, and what it checks the product's requests with. */
export interface PlatformKeys {
  readonly signing: SigningSecret
  readonly verifying: VerifyingKey
}

type KeyPair = Secrets['hunanProjects']

export type AllPlatformKeys = Readonly<Record<PlatformName, PlatformKeys>>

/** What requests and webhooks are signed with; `sm2` is SM2 over SM3 (国密). */
export type Signing = 'hmac' | 'sm2'

const byAlgorithm: Readonly<Record<Signing, (secrets: Secrets) => (pair: KeyPair) => PlatformKeys>> = {
  hmac:
    () =>
    ({ keyId, secret }) => {
      const key = { algorithm: 'HMAC-SHA256', keyId, secret: new Uint8Array(Buffer.from(secret, 'base64')) } as const
      return { signing: key, verifying: key }
    },
  sm2:
    ({ sm2: { product, platforms } }) =>
    ({ keyId }) => ({
      signing: { algorithm: 'SM2-SM3', keyId, privateKey: platforms.privateKey },
      verifying: { algorithm: 'SM2-SM3', keyId, publicKey: product.publicKey },
    }),
}

/** By shared secrets, or by SM2 keys: one side's private, the other side's public. */
export function platformKeys(
  secrets: Secrets,
  changed: Partial<AllPlatformKeys> = {},
  signing: Signing = 'hmac',
): AllPlatformKeys {
  const keysOf = byAlgorithm[signing](secrets)
  return {
    'hunan-scheduling': keysOf(secrets.hunanScheduling),
    'hunan-projects': keysOf(secrets.hunanProjects),
    'shanxi-dispatch': keysOf(secrets.shanxiDispatch),
    ...changed,
  }
}
