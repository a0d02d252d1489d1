import type { MiddlewareHandler } from 'hono'
import type { Bindings } from '../deps'
import { AppError } from '../errors'

/**
 * Lets only plain bytes of a bearable size through, for `c.req.arrayBuffer()`. A declared length is held by Node's own
 * parser; a body in chunks is counted while it is read, and the rest of one that is too long is not.
 */
export const rawBody = (limitBytes: number): MiddlewareHandler<Bindings> =>
  async function rawBody(c, next) {
    const tooLarge = (): AppError =>
      new AppError('BODY_TOO_LARGE', `这一块太大了，一次最多 ${Math.floor(limitBytes / 1024)} KB`)
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (type !== 'application/octet-stream' || c.req.header('content-encoding') !== undefined) {
      throw new AppError('UNSUPPORTED_MEDIA_TYPE', '内容要原样传（Content-Type: application/octet-stream），不压缩')
    }
    const declared = c.req.header('content-length')
    if (declared !== undefined && c.req.header('transfer-encoding') === undefined) {
      if (Number(declared) > limitBytes) throw tooLarge()
    } else if (c.req.raw.body !== null) {
      const chunks: Uint8Array[] = []
      let length = 0
      const reader = c.req.raw.body.getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        length += part.value.length
        if (length > limitBytes) throw tooLarge()
        chunks.push(part.value)
      }
      const body = new Uint8Array(Buffer.concat(chunks))
      c.req.raw = new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body })
    }
    await next()
  }
