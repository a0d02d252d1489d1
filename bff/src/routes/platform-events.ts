import { platformEventContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import { BODY_LIMIT_BYTES } from '../middleware/json-body'
import { takeIn } from '../platforms/inbox'
import { isPlatformId } from '../platforms/index'
import { readAtMost } from '../platforms/read-at-most'
import { verify } from '../platforms/signing/verify'
import { useNonce } from '../stores/platforms'

const REFUSALS = {
  unsigned: '消息没有签名',
  unknown_key: '不认识这把签名用的密钥',
  skewed: '签名的时间和我们的差得太多，请校准时钟',
  forged: '签名不对',
} as const

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('MALFORMED_JSON', '内容不是正确的 JSON')
  }
}

/** News from platforms: checked on the raw bytes before anyone parses them, kept before it is answered. */
export const platformEventRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>().post('/v1/platforms/:platform/events', async (c) => {
    const id = c.req.param('platform')
    const platform = isPlatformId(id) ? deps.platforms.connected[id] : undefined
    if (!isPlatformId(id) || platform === undefined) throw new AppError('NOT_FOUND', '没有接通这个平台')
    const tooLarge = new AppError('BODY_TOO_LARGE', '内容太大：一次最多 64 KB')
    if (Number(c.req.header('content-length') ?? 0) > BODY_LIMIT_BYTES) throw tooLarge
    const body = await readAtMost(c.req.raw.body, BODY_LIMIT_BYTES)
    if (body === undefined) throw tooLarge
    const { pathname, search } = new URL(c.req.url)
    const header = (name: string) => c.req.header(name)
    const key = deps.platforms.keys[id]
    const keyOf = (keyId: string) => (key?.keyId === keyId ? key : undefined)
    const checked = verify({ method: 'POST', target: pathname + search, body, header }, keyOf, deps.clock())
    if (!checked.ok) {
      deps.log.warn({ requestId: c.get('requestId'), platform: id, reason: checked.reason }, 'a webhook was refused')
      throw new AppError('UNAUTHENTICATED', REFUSALS[checked.reason])
    }
    const event = platform.readEvent(parsed(body))
    if (event === undefined) throw new AppError('INVALID_INPUT', '内容和约定的不一样')
    const taken = await deps.database.transaction(async (transaction) => {
      if (!(await useNonce(transaction, id, checked.nonce, checked.nonceUntil))) {
        throw new AppError('CONFLICT', '这条消息的随机数用过了')
      }
      return takeIn(transaction, deps, id, event)
    })
    deps.wakeJobs()
    return answerJson(c, { taken }, platformEventContract.status)
  })
