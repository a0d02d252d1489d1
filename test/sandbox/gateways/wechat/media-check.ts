import { z } from 'zod'
import { refusal, refusedToken, type Wechat } from './wechat'

const Check = z.object({
  media_url: z.url(),
  media_type: z.union([z.literal(1), z.literal(2)]),
  version: z.literal(2),
  scene: z.number().int().min(1).max(4),
  openid: z.string(),
})

const MAX_BYTES = 10 * 1024 * 1024

/** POST /wxa/media_check_async: answers with a trace id; the judgement follows as an event. */
export function checkMedia(wechat: Wechat, token: string | undefined, body: unknown) {
  const { newId } = wechat
  const refused = refusedToken(wechat, token)
  if (refused) return refused
  const request = Check.safeParse(body)
  if (!request.success) return refusal(40129, 'invalid argument', newId)
  const traceId = newId()
  void judge(wechat, traceId, request.data.media_url, request.data.openid)
  return { errcode: 0, errmsg: 'ok', trace_id: traceId }
}

async function judge(wechat: Wechat, traceId: string, url: string, openid: string): Promise<void> {
  const { journal, outbox, secrets, clock } = wechat
  const readable = await isReadableImage(wechat, url)
  journal.commit(() =>
    outbox.enqueue('wechat', {
      ToUserName: secrets.wechat.appId,
      FromUserName: openid,
      CreateTime: Math.floor(clock().getTime() / 1_000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: secrets.wechat.appId,
      trace_id: traceId,
      version: 2,
      ...(readable
        ? { errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 }, detail: [] }
        : { errcode: -1008, errmsg: 'media url cannot be fetched' }),
    }),
  )
}

async function isReadableImage({ fetch }: Wechat, url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) })
    const bytes = await answer.arrayBuffer()
    return answer.ok && bytes.byteLength > 0 && bytes.byteLength <= MAX_BYTES
  } catch {
    return false
  }
}
