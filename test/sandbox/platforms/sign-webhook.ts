import { randomBytes } from 'node:crypto'
import { sign } from '@suanhui/bff/platforms/signing/sign'
import type { SignWebhook } from '../product'
import type { AllPlatformKeys } from './platform-keys'

/** The headers of a platform's webhook, by the platform's own clock; each try has a nonce of its own. */
export const signWebhook =
  (keys: AllPlatformKeys, clock: () => Date): SignWebhook =>
  (platform, url, body) => {
    const { pathname, search } = new URL(url)
    return sign(
      { method: 'POST', target: `${pathname}${search}`, body: new TextEncoder().encode(body) },
      keys[platform].signing,
      { now: clock(), nonce: randomBytes(16).toString('base64url') },
    )
  }
