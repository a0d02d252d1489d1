import { verify } from '@suanhui/bff/platforms/signing/verify'
import { takeNonce } from '../gateways/nonces'
import type { World } from '../world'
import type { PlatformName } from './case'
import type { PlatformKeys } from './platform-keys'
import { PlatformRefusal } from './refusal'

const REASONS = {
  unsigned: '没有签名',
  unknown_key: '密钥编号不对',
  skewed: '时间相差超过5分钟',
  forged: '签名不对',
} as const

/**
 * Lets a request pass whose signature holds, once.
 * @throws {PlatformRefusal} 401
 */
export function checkSignature(
  world: World,
  platform: PlatformName,
  keys: PlatformKeys,
  request: Request,
  body: Uint8Array,
): void {
  const { pathname, search } = new URL(request.url)
  const { verifying } = keys
  const now = world.skewed()
  const verified = verify(
    {
      method: request.method,
      target: `${pathname}${search}`,
      body,
      header: (name) => request.headers.get(name) ?? undefined,
    },
    (keyId) => (keyId === verifying.keyId ? verifying : undefined),
    now,
  )
  if (!verified.ok) throw new PlatformRefusal(401, REASONS[verified.reason])
  const lifetimeMs = verified.nonceUntil.getTime() - now.getTime()
  if (!takeNonce(world, platform, verified.nonce, lifetimeMs)) throw new PlatformRefusal(401, '这个请求已经用过')
}
