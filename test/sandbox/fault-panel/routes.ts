import { Hono } from 'hono'
import { FaultSettings, NO_FAULTS } from '../faults'
import type { World } from '../world'
import { faultsPage } from './page'

/** The switches, for people and for tests. */
export function faultRoutes({ faults, outbox }: World): Hono {
  const routes = new Hono()
  const change = (wanted: unknown): FaultSettings | undefined => {
    const settings = FaultSettings.partial().safeParse(wanted)
    if (!settings.success) return undefined
    const named = Object.entries(settings.data).filter(([name]) => wanted !== null && Object.hasOwn(wanted ?? {}, name))
    return faults.change(Object.fromEntries(named))
  }

  routes.get('/', (c) => c.html(faultsPage(faults.settings(), outbox.waiting(), c.req.query('saved') !== undefined)))
  routes.post('/', async (c) => {
    const { action, ...wanted } = await c.req.parseBody()
    const done = action === 'heal' ? faults.change(NO_FAULTS) : change(wanted)
    return done === undefined ? c.text('有一格写得不对，请返回检查', 422) : c.redirect('/faults?saved', 303)
  })
  routes.get('/api', (c) => c.json(faults.settings()))
  routes.put('/api', async (c) => {
    const done = change(await c.req.json().catch(() => undefined))
    return done === undefined ? c.json({ message: '设置不对' }, 422) : c.json(done)
  })
  routes.delete('/api', (c) => c.json(faults.change(NO_FAULTS)))
  routes.get('/api/deliveries', (c) => c.json({ waiting: outbox.waiting() }))
  return routes
}
