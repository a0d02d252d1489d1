import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Lets in who shows the key. */
export const bearer =
  (key: string): MiddlewareHandler =>
  async (c, next) => {
    const given = c.req.header('authorization') ?? ''
    if (!timingSafeEqual(digest(given), digest(`Bearer ${key}`))) return c.json({ message: '密钥不对' }, 401)
    await next()
  }
