import type { MiddlewareHandler } from 'hono'
import type { Bindings } from '../deps'
import { AppError } from '../errors'

export const BODY_LIMIT_BYTES = 64 * 1024

const tooLarge = (): AppError =>
  new AppError('BODY_TOO_LARGE', `内容太大：一次最多 ${BODY_LIMIT_BYTES / 1024} KB，请减少后再试`)

/** `application/json` or `application/…+json`, in UTF-8 where it says so at all. */
const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i

/** @throws {AppError} as soon as more than the limit has come in; the rest is not read. */
async function readAtMost(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > BODY_LIMIT_BYTES) throw tooLarge()
    chunks.push(part.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/**
 * Lets only JSON of a bearable size through.
 *
 * A body that says its length is held to it by Node's own parser, so the number is enough. One that comes in chunks
 * is counted while it is read. Only then is `c.req.raw.body` touched: that makes the adapter build a whole Request
 * for it, which costs four times what everything else does (and is why Hono's body-limit is not used).
 */
export const jsonBody: MiddlewareHandler<Bindings> = async function jsonBody(c, next) {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '') || c.req.header('content-encoding') !== undefined) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      '内容要用 JSON 写（Content-Type: application/json），UTF-8 编码，不压缩',
    )
  }
  const declared = c.req.header('content-length')
  if (declared !== undefined && c.req.header('transfer-encoding') === undefined) {
    if (Number(declared) > BODY_LIMIT_BYTES) throw tooLarge()
  } else if (c.req.raw.body !== null) {
    const body = await readAtMost(c.req.raw.body)
    c.req.raw = new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body })
  }
  await next()
}
