import type { SigningSecret, VerifyingKey } from '@suanhui/bff/platforms/signing/key'
import type { Secrets } from '../secrets'
import type { PlatformName } from './case'

/** What a platform signs its webhooks with, and what it checks the product's requests with. */
export interface PlatformKeys {
  readonly signing: SigningSecret
  readonly verifying: VerifyingKey
}

export type AllPlatformKeys = Readonly<Record<PlatformName, PlatformKeys>>

/** One shared secret a platform; SM2 keys come in by the settings. */
export function platformKeys(secrets: Secrets, changed: Partial<AllPlatformKeys> = {}): AllPlatformKeys {
  const shared = ({ keyId, secret }: Secrets['hunanProjects']): PlatformKeys => {
    const key = { algorithm: 'HMAC-SHA256', keyId, secret: new Uint8Array(Buffer.from(secret, 'base64')) } as const
    return { signing: key, verifying: key }
  }
  return {
    'hunan-scheduling': shared(secrets.hunanScheduling),
    'hunan-projects': shared(secrets.hunanProjects),
    'shanxi-dispatch': shared(secrets.shanxiDispatch),
    ...changed,
  }
}
