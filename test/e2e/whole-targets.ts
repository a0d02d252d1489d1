import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildSite } from '../weapp/build-site'
import { type Site, serveSite } from '../weapp/serve-site'
import { errorsOf, launchBrowser, newPhone } from './browser'
import { h5Surface, type Surface, weappSurface } from './surface'
import { type OpenSurface, refusalsOf } from './targets'
import { startWhole, type Whole } from './whole'

const dist = resolve(import.meta.dirname, '../../miniapp/dist/weapp')

/** Both targets over one server and all the systems around it, for the tests of one file. */
export function wholeOnBothTargets() {
  let whole: Whole
  let browser: Browser
  let site: Site
  let folder: string
  const server = () => whole.servers[0]?.url ?? ''
  beforeAll(async () => {
    ;[whole, browser, folder] = await Promise.all([
      startWhole(),
      launchBrowser(),
      mkdtemp(join(tmpdir(), 'suanhui-weapp-')),
    ])
    await buildSite(dist, folder)
    site = await serveSite(folder, server())
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await whole?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  async function open(target: Surface['target']): Promise<OpenSurface> {
    const page = await (await newPhone(browser)).newPage()
    page.setDefaultTimeout(15_000)
    const errors = errorsOf(page)
    const surface = target === 'h5' ? h5Surface(page, server()) : weappSurface(page, site.url)
    await page.goto(target === 'h5' ? server() : site.url)
    return { ...surface, complaints: async () => [...errors, ...(target === 'weapp' ? await refusalsOf(page) : [])] }
  }
  return { whole: () => whole, open }
}
