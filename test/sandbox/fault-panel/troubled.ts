import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import type { Faults } from '../faults'

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Stands before platforms and gateways, and lets happen what the switches ask for. */
export const troubled =
  (faults: Faults): MiddlewareHandler<{ Bindings: HttpBindings }> =>
  async (c, next) => {
    const { latencyMs } = faults.settings()
    if (latencyMs > 0) await pause(latencyMs)
    if (faults.happens('errorShare')) return c.json({ message: '系统繁忙' }, 503)
    await next()
    // After the work: what was done is done, and the caller does not hear of it.
    if (faults.happens('dropShare')) c.env.incoming?.socket.destroy()
  }
