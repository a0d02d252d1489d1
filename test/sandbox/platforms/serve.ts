import { describePlatform } from '@suanhui/bff/platforms/describe'
import { registry } from '@suanhui/bff/platforms/index'
import type { WireRoute, WireRoutes } from '@suanhui/bff/platforms/wire/route'
import { BODY_LIMIT_BYTES, IDEMPOTENCY_HEADER, PAPER_LIMIT_BYTES } from '@suanhui/bff/platforms/wire/route'
import { Hono } from 'hono'
import type { World } from '../world'
import type { PlatformName } from './case'
import { checkSignature } from './gate'
import { once } from './idempotent'
import type { PlatformKeys } from './platform-keys'
import { PlatformRefusal } from './refusal'

/** One request, past the gate. */
export interface Asked {
  readonly world: World
  readonly platform: PlatformName
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  /** Fits the route's schema. */
  readonly body: unknown
}

export type Handler = (asked: Asked) => unknown
export type Handlers<R extends WireRoutes> = Readonly<Record<keyof R, Handler>>

function bodyOf({ body, bytes: kinds }: WireRoute, bytes: Uint8Array): unknown {
  if (body === undefined || kinds !== undefined) return undefined
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new PlatformRefusal(422, '内容不是 JSON')
  }
  const read = body.safeParse(json)
  if (read.success) return read.data
  const fields = read.error.issues.map(({ path, message }) => ({
    field: path.join('.').slice(0, 200),
    message: message.slice(0, 500),
  }))
  throw new PlatformRefusal(422, `填报内容不完整：${fields[0]?.field ?? ''}`, fields.slice(0, 100))
}

/** Serves a platform's contract, route by route: signature, limits, schema, idempotency, and the answer's own schema. */
export function servePlatform<R extends WireRoutes>(
  world: World,
  platform: PlatformName,
  keys: PlatformKeys,
  routes: R,
  handlers: Handlers<R>,
): Hono {
  const app = new Hono()
  app.get('/openapi.json', (c) => c.json(describePlatform(registry[platform].name, routes)))
  for (const [name, route] of Object.entries(routes)) {
    const handler = handlers[name]
    if (handler === undefined) continue
    app.on(route.method, route.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      checkSignature(world, platform, keys, c.req.raw, bytes)
      if (bytes.length > (route.bytes ? PAPER_LIMIT_BYTES : BODY_LIMIT_BYTES))
        throw new PlatformRefusal(413, '内容太大')
      const params: Readonly<Record<string, string>> = c.req.param()
      const asked: Asked = { world, platform, params, query: c.req.query(), bytes, body: bodyOf(route, bytes) }
      const work = (): unknown => route.answer.parse(handler(asked))
      const key = c.req.header(IDEMPOTENCY_HEADER)
      const answer = route.write ? once(world.journal, { platform, key, path: c.req.path, body: bytes }, work) : work()
      return c.body(JSON.stringify(answer), route.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' })
    })
  }
  app.onError((error, c) => {
    if (!(error instanceof PlatformRefusal)) throw error
    const { message: reason, status, fields } = error
    return c.json({ reason, ...(fields.length > 0 && { fields }) }, status)
  })
  return app
}
