import { wechatCallbackCheckContract, wechatCallbackContract } from '@suanhui/shared/api'
import { Hono } from 'hono'
import { z } from 'zod'
import { answerText } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import { checked } from '../middleware/checked'
import { BODY_LIMIT_BYTES } from '../middleware/json-body'
import { readAtMost } from '../platforms/read-at-most'
import { takePush } from '../services/messages/take-push'
import { isSigned, openPush } from '../wechat/push'
import { parsePush } from '../wechat/read-push'

const Encrypted = z.looseObject({ Encrypt: z.string() })

const forged = (): AppError => new AppError('UNAUTHENTICATED', '签名不对')

/** @throws {AppError} while the operator has given no token. */
function needCallback({ messaging: { wechatCallback }, wechat }: Deps) {
  if (wechatCallback === undefined || wechat === undefined) throw new AppError('NOT_READY', '微信消息推送还没有开通')
  return { ...wechatCallback, appId: wechat.appId }
}

interface Query {
  readonly timestamp: string
  readonly nonce: string
  readonly signature?: string | undefined
  readonly msg_signature?: string | undefined
}

/** The message inside, once its signature has been checked. @throws {AppError} where that is wrong. */
function openedPush(deps: Deps, text: string, query: Query): string {
  const { token, aesKey, appId } = needCallback(deps)
  const { timestamp, nonce, signature = '', msg_signature: messageSignature } = query
  const encrypted = Encrypted.safeParse(parsePush(text)).data?.Encrypt
  if (encrypted === undefined) {
    // Where a key is set up, WeChat encrypts: a plain message is then not from there.
    if (aesKey !== undefined || !isSigned(token, signature, timestamp, nonce)) throw forged()
    return text
  }
  if (!isSigned(token, messageSignature ?? '', timestamp, nonce, encrypted)) throw forged()
  const opened = aesKey && openPush(encrypted, aesKey, appId)
  if (opened === undefined) throw forged()
  return opened
}

/** What WeChat pushes: answered at once, WeChat waits five seconds and then repeats. */
export const wechatCallbackRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .get(wechatCallbackCheckContract.path, checked('query', wechatCallbackCheckContract.query), (c) => {
      const { signature, timestamp, nonce, echostr } = c.req.valid('query')
      if (!isSigned(needCallback(deps).token, signature, timestamp, nonce)) throw forged()
      return answerText(c, echostr)
    })
    .post(wechatCallbackContract.path, checked('query', wechatCallbackContract.query), async (c) => {
      needCallback(deps)
      const bytes = await readAtMost(c.req.raw.body, BODY_LIMIT_BYTES)
      if (bytes === undefined) throw new AppError('BODY_TOO_LARGE', '内容太大：一次最多 64 KB')
      const text = openedPush(deps, new TextDecoder().decode(bytes), c.req.valid('query'))
      const body = parsePush(text)
      if (body === undefined) throw new AppError('INVALID_INPUT', '内容不是 JSON，也不是 XML')
      await takePush(deps, text, body)
      return answerText(c, 'success')
    })
