import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPage } from '@suanhui/bff/services/load-page'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, testServer } from './server'

const INLINE = 'document.documentElement.dataset.ready = "1"'
const HTML = `<!doctype html><title>算惠通</title><script>${INLINE}</script><script src="./js/app.3f9c0a1b.js"></script>`
const SCRIPT = 'console.log("算惠通");'.repeat(200)
const NAVIGATION = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

let folder: string
let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'))
  const root = join(folder, 'h5')
  await mkdir(join(root, 'js'), { recursive: true })
  await writeFile(join(folder, 'outside.txt'), 'not for you')
  await writeFile(join(root, 'index.html'), HTML)
  await writeFile(join(root, 'js/app.3f9c0a1b.js'), SCRIPT)
  await writeFile(join(root, 'js/app.3f9c0a1b.js.map'), '{}')
  await writeFile(join(root, 'sw.js'), SCRIPT)
  await writeFile(join(root, 'logo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]))
  await symlink(join(folder, 'outside.txt'), join(root, 'link.txt'))
  server = await testServer({ page: await loadPage(root) })
})
afterAll(() => rm(folder, { recursive: true }))

describe('the page', () => {
  it.each(['/', '/index.html'])('is at %s, asked for each time', async (path) => {
    const response = await server.get(path)
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(HTML)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const again = await server.get(path, { 'if-none-match': response.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  it('lets only its own scripts run', async () => {
    const policy = (await server.get('/')).headers.get('content-security-policy') ?? ''
    const hash = createHash('sha256').update(INLINE).digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).toMatch(/script-src [^;]*;/)
    expect(/script-src ([^;]*);/.exec(policy)?.[1]).not.toContain('unsafe-inline')
    expect(policy).toContain("frame-ancestors 'self'")
  })

  it('lets its worker fetch what the page may, and always asks for a newer worker', async () => {
    const { headers } = await server.get('/sw.js')
    expect(headers.get('content-security-policy')).toBe((await server.get('/')).headers.get('content-security-policy'))
    expect(headers.get('cache-control')).toBe('no-cache')
  })

  it('is there for every address of its own router, but only to someone navigating', async () => {
    expect(await (await server.get('/pages/start/index', NAVIGATION)).text()).toBe(HTML)
    expect((await server.get('/pages/start/index')).status).toBe(404)
    expect((await server.get('/js/gone.0000aaaa.js', { accept: '*/*' })).status).toBe(404)
    for (const path of ['/v1/nothing', '/v1', '/.well-known/nothing']) {
      expect((await errorOf(await server.get(path, NAVIGATION))).code).toBe('NOT_FOUND')
    }
    expect((await server.get('/v1/match', NAVIGATION)).status).toBe(405)
  })

  it('gives files with a hash in their name for good, packed', async () => {
    const response = await server.get('/js/app.3f9c0a1b.js', { 'accept-encoding': 'gzip, br' })
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(Number(response.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 10)
    const plain = await server.get('/logo.png', { 'accept-encoding': 'gzip, br' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('cache-control')).toBe('no-cache')
    expect(new Uint8Array(await plain.arrayBuffer())).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))
  })

  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/%2e%2e%2foutside.txt',
    '/js/../../outside.txt',
    '/..\\outside.txt',
    '/js/%00',
    '/link.txt',
    '/js/app.3f9c0a1b.js.map',
    '/js',
    '//index.html',
    '/constructor',
    '/__proto__',
  ])('does not lead out of its folder by %s', async (path) => {
    const response = await server.app.request(`http://localhost${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('not for you')
  })

  it('is only read', async () => {
    for (const path of ['/', '/index.html', '/logo.png']) {
      const response = await server.app.request(path, { method: 'POST', body: 'x' })
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD'])
    }
    expect((await server.app.request('/elsewhere', { method: 'POST', body: 'x' })).status).toBe(404)
  })

  it('is not ready while the database is away', async () => {
    const { status } = await (
      await testServer({ page: server.deps.page, databaseHealth: async () => ({ ok: false }) })
    ).get('/readyz')
    expect(status).toBe(503)
  })

  it('makes the server ready, and its absence does not stop the API', async () => {
    expect((await server.get('/readyz')).status).toBe(200)
    expect(await loadPage(join(folder, 'nowhere'))).toBeUndefined()
    const bare = await testServer({ page: await loadPage(join(folder, 'nowhere')) })
    expect((await bare.get('/readyz')).status).toBe(503)
    expect((await bare.get('/v1/documents')).status).toBe(200)
    expect((await errorOf(await bare.get('/', NAVIGATION))).message).toContain('npm run build')
  })
})
