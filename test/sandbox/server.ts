import { readFileSync } from 'node:fs'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { deskApiRoutes } from './desk/api-routes'
import { deskRoutes } from './desk/browser-routes'
import { DeskRefusal } from './desk/refusal'
import { faultRoutes } from './fault-panel/routes'
import { troubled } from './fault-panel/troubled'
import { aliyunRoutes } from './gateways/aliyun/routes'
import { companyAdminRoutes, companyRoutes } from './gateways/companies'
import { invoiceAdminRoutes, invoiceRoutes } from './gateways/invoices'
import { tencentRoutes } from './gateways/tencent/routes'
import { wechatRoutes } from './gateways/wechat/routes'
import { page } from './pages/layout'
import { phoneRoutes } from './phone/routes'
import type { AllPlatformKeys } from './platforms/platform-keys'
import { platformRoutes } from './platforms/routes'
import type { Templates } from './seeds/templates'
import type { World } from './world'

const asset = (name: string): string => readFileSync(new URL(`pages/${name}`, import.meta.url), 'utf8')

/** Pages of ours only; papers are shown in frames of our own address. */
const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

/** Every address of the sandbox, as a function from request to answer. */
export function createSandboxApp(
  world: World,
  templates: Templates,
  keys: AllPlatformKeys,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>({ strict: false })
  const [style, script] = [asset('style.css'), asset('script.js')]
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', POLICY)
    c.header('x-content-type-options', 'nosniff')
    c.header('cache-control', 'no-store')
  })

  const trouble = troubled(world.faults)
  for (const path of [
    '/sns/*',
    '/cgi-bin/*',
    '/wxa/*',
    '/aliyun/*',
    '/tencent/*',
    '/registry/*',
    '/invoice-verification/*',
    '/platforms/*',
  ]) {
    app.use(path, trouble)
  }
  const wechat = { ...world, templates: templates.wechat }
  app.route('/', wechatRoutes(wechat))
  app.route('/aliyun', aliyunRoutes({ ...world, templates }))
  app.route('/tencent', tencentRoutes({ ...world, templates }))
  app.route('/registry', companyRoutes(world))
  app.route('/invoice-verification', invoiceRoutes(world))
  app.route('/platforms', platformRoutes(world, keys))

  app.route('/world', companyAdminRoutes(world))
  app.route('/world', invoiceAdminRoutes(world))
  app.route('/phone', phoneRoutes(wechat))
  app.route('/faults', faultRoutes(world))
  app.route('/desk/api', deskApiRoutes(world))
  app.route('/desk', deskRoutes(world))

  app.get('/', (c) => c.redirect('/desk'))
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/assets/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/assets/script.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  app.onError((error, c) => {
    const refusal = error instanceof DeskRefusal ? error : undefined
    if (refusal === undefined) console.error(error)
    const message = refusal?.message ?? '沙箱出错了'
    const status = refusal?.status ?? 500
    if (c.req.path.startsWith('/desk') && !c.req.path.startsWith('/desk/api')) {
      return c.html(page('desk', '办不了', html`<div class="note bad" role="alert">${message}</div>`), status)
    }
    return c.json({ message }, status)
  })
  return app
}
