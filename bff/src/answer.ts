import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { Bindings } from './deps'
import { type AppError, errorBody, STATUS } from './errors'
import type { Representation } from './services/represent'

/*
 * Every answer is made here, with its headers as a plain object: that goes to the socket as it is, where Hono's
 * own header calls and its secure-headers build a Headers object for each request (9 µs of the 27 a match may take).
 */

type Headers = Readonly<Record<string, string>>

/** An API answer holds nothing that a browser may run or frame. The page brings a policy of its own. */
const COMMON: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}
export const COMMON_JSON_HEADERS: Headers = {
  ...COMMON,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
}
const LONG_JSON_HEADERS: Headers = { ...COMMON_JSON_HEADERS, vary: 'Accept-Encoding' }
/** Under this, packing costs more than it saves: the answer fits one network packet. */
const PACK_FROM_BYTES = 1400

/** The encodings the client takes, best first. Refused ones (`;q=0`) are left out. */
function accepted(c: Context<Bindings>): readonly ('br' | 'gzip')[] {
  const header = c.req.header('accept-encoding')
  if (header === undefined) return []
  const offers = header.split(',').filter((offer) => !/;\s*q=0(\.0*)?\s*$/.test(offer))
  const names = new Set(offers.map((offer) => offer.split(';')[0]?.trim().toLowerCase()))
  return (['br', 'gzip'] as const).filter((encoding) => names.has(encoding))
}

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream | null

/** @param headers all but the request's id. */
const send = (c: Context<Bindings>, body: Body, status: number, headers: Headers) =>
  new Response(body, { status, headers: { ...headers, 'x-request-id': c.get('requestId') } })

/** A value as JSON, packed where that pays and the client takes it. */
export const answerJson = (c: Context<Bindings>, value: unknown, status = 200, headers?: Headers): Response =>
  status === 204
    ? send(c, null, status, { ...COMMON, 'cache-control': 'no-store', ...headers })
    : answerWrittenJson(c, JSON.stringify(value), status, headers)

/** The same for JSON that is written already, as text or in UTF-8. */
export function answerWrittenJson(
  c: Context<Bindings>,
  json: string | Uint8Array<ArrayBuffer>,
  status = 200,
  headers?: Headers,
): Response {
  const long = json.length >= PACK_FROM_BYTES
  const usual = long ? LONG_JSON_HEADERS : COMMON_JSON_HEADERS
  const all = headers ? { ...usual, ...headers } : usual
  if (!long || !accepted(c).includes('gzip')) return send(c, json, status, all)
  return send(c, new Uint8Array(gzipSync(json, { level: 4 })), status, { ...all, 'content-encoding': 'gzip' })
}

/** Plain text, for systems that wait for a word. */
export const answerText = (c: Context<Bindings>, text: string): Response =>
  send(c, text, 200, { ...COMMON, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })

export const answerError = (c: Context<Bindings>, error: AppError): Response =>
  answerJson(c, errorBody(error, c.get('requestId')), STATUS[error.code], error.headers)

/** Whether the client already holds it: its ETag in any encoding, compared weakly (RFC 9110, 13.1.2). */
function holds(c: Context<Bindings>, { digest }: Representation): boolean {
  const header = c.req.header('if-none-match')
  if (header === undefined) return false
  if (header.trim() === '*') return true
  return header.split(',').some((tag) => {
    const bare = tag.trim().replace(/^W\//, '')
    return bare === `"${digest}"` || bare === `"${digest}-gzip"` || bare === `"${digest}-br"`
  })
}

/** Bytes that were made ready before: the best encoding the client takes, or 304 where it holds them already. */
export function answerRepresentation(c: Context<Bindings>, body: Representation, headers: Headers): Response {
  const encoding = accepted(c).find((name) => body.packed[name] !== undefined)
  const packed = encoding && body.packed[encoding]
  const common = {
    ...COMMON,
    // One tag an encoding: a strong ETag promises the same bytes (RFC 9110, 8.8.3.3).
    etag: packed ? `"${body.digest}-${encoding}"` : `"${body.digest}"`,
    vary: 'Accept-Encoding',
    ...headers,
  }
  if (holds(c, body)) return send(c, null, 304, common)
  const bytes = packed ?? body.bytes
  return send(c, bytes, 200, {
    ...common,
    'content-type': body.type,
    'content-length': String(bytes.length),
    ...(packed && encoding && { 'content-encoding': encoding }),
  })
}

/** Bytes as they come: no more of them lie in memory than the client takes. */
export const answerStream = (c: Context<Bindings>, bytes: AsyncIterable<Uint8Array>, headers: Headers): Response =>
  send(c, streamOf(bytes), 200, { ...COMMON, ...headers })

function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream {
  const chunks = bytes[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    // A client that goes away leaves no file open.
    async cancel() {
      await chunks.return?.()
    },
  })
}
