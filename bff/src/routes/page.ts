import type { Context } from 'hono'
import { answerRepresentation } from '../answer'
import type { Bindings, Deps } from '../deps'
import { AppError } from '../errors'
import { methodNotAllowed } from '../middleware/other-methods'

/** The bundler writes a hash of the content into such a name: `app.3f9c0a1b.js`. */
const HASHED = /[.-][0-9a-f]{8,}\.\w+$/
const API = /^\/(v1|\.well-known)(\/|$)/
/** Keeps the page for when there is no network. It fetches on the page's behalf, so it runs under the page's policy. */
const WORKER = '/sw.js'
const FOR_GOOD = 'public, max-age=31536000, immutable'

/**
 * Whatever no other route knows: a file of the page; the page itself for an address of its own router, which only
 * someone navigating there asks for; else nothing.
 */
export const pageOrNothing = ({ page }: Deps) =>
  function pageOrNothing(c: Context<Bindings>): Response {
    const { path, method } = c.req
    const navigating = (c.req.header('accept') ?? '').includes('text/html') && !API.test(path)
    const asset = page?.assets.get(path)
    if (page && (asset || path === '/') && method !== 'GET' && method !== 'HEAD')
      throw methodNotAllowed(['GET', 'HEAD'])
    if (page && asset && asset !== page.index) {
      return answerRepresentation(c, asset, {
        'cache-control': HASHED.test(path) ? FOR_GOOD : 'no-cache',
        ...(path === WORKER && { 'content-security-policy': page.policy }),
      })
    }
    const wanted = asset !== undefined || path === '/' || navigating
    if (page && wanted && (method === 'GET' || method === 'HEAD')) {
      return answerRepresentation(c, page.index, {
        'cache-control': 'no-cache',
        'content-security-policy': page.policy,
        vary: 'Accept, Accept-Encoding',
      })
    }
    throw new AppError('NOT_FOUND', navigating ? '网页还没有生成，请先运行 npm run build' : '没有这个地址')
  }
