import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { answerJson } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import { BODY_LIMIT_BYTES } from '../middleware/json-body'
import { readAtMost } from '../platforms/read-at-most'
import { aliyunReceipts, type Receipt, takeReceipts, tencentReceipts } from '../services/messages/take-receipts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Receipts come unsigned: who knows the address is the vendor. Any other path is simply not there. */
function holdSecret({ messaging: { receiptsPath } }: Deps, given: string): void {
  const known = receiptsPath !== undefined && timingSafeEqual(digest(given), digest(receiptsPath))
  if (!known) throw new AppError('NOT_FOUND', '没有这个地址')
}

async function take(
  deps: Deps,
  request: Request,
  read: (body: unknown) => readonly Receipt[] | undefined,
): Promise<void> {
  const body = await readAtMost(request.body, BODY_LIMIT_BYTES)
  if (body === undefined) throw new AppError('BODY_TOO_LARGE', '内容太大：一次最多 64 KB')
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new AppError('MALFORMED_JSON', '内容不是正确的 JSON')
  }
  const receipts = read(json)
  if (receipts === undefined) throw new AppError('INVALID_INPUT', '内容和约定的不一样')
  await takeReceipts(deps, receipts)
}

/** What became of text messages, as their vendors report it. */
export const smsReceiptRoutes = (deps: Deps): Hono<Bindings> =>
  new Hono<Bindings>()
    .post('/v1/sms/receipts/aliyun/:secret', async (c) => {
      holdSecret(deps, c.req.param('secret'))
      await take(deps, c.req.raw, aliyunReceipts)
      return answerJson(c, { code: 0, msg: '成功' })
    })
    .post('/v1/sms/receipts/tencent/:secret', async (c) => {
      holdSecret(deps, c.req.param('secret'))
      await take(deps, c.req.raw, tencentReceipts)
      return answerJson(c, { result: 0, errmsg: 'OK' })
    })
