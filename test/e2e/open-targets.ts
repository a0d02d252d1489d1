import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { buildSite } from '../weapp/build-site'
import type { Weapp } from '../weapp/runtime/record'
import { serveSite } from '../weapp/serve-site'
import { errorsOf, launchBrowser, newPhone } from './browser'
import { startServer } from './server'
import { h5Surface, type Surface, weappSurface } from './surface'

const dist = resolve(import.meta.dirname, '../../miniapp/dist/weapp')

export interface OpenSurface extends Surface {
  /** What went wrong so far that a person would not see: a journey ends with none. */
  complaints(): Promise<readonly string[]>
}

export interface Targets {
  readonly serverUrl: string
  open(target: Surface['target'], options: Parameters<typeof newPhone>[1], on: Date): Promise<OpenSurface>
  close(): Promise<void>
}

/** Both targets, built, over one server. */
export async function openTargets(): Promise<Targets> {
  const [server, browser, folder] = await Promise.all([
    startServer(),
    launchBrowser(),
    mkdtemp(join(tmpdir(), 'suanhui-weapp-')),
  ])
  await buildSite(dist, folder)
  const site = await serveSite(folder, server.url)
  return {
    serverUrl: server.url,
    async open(target, options, on) {
      const page = await (await newPhone(browser, options)).newPage()
      await page.clock.install({ time: on })
      page.setDefaultTimeout(10_000)
      const errors = errorsOf(page)
      const surface = target === 'h5' ? h5Surface(page, server.url) : weappSurface(page, site.url)
      await page.goto(target === 'h5' ? server.url : site.url)
      return { ...surface, complaints: async () => [...errors, ...(target === 'weapp' ? await refusalsOf(page) : [])] }
    },
    async close() {
      await browser.close()
      await site.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What WeChat would have refused, and what nobody caught. */
export async function refusalsOf(page: Page): Promise<readonly string[]> {
  const { errors, refusals } = await page.evaluate(() => {
    const { weapp } = window as unknown as { weapp: Weapp }
    return { errors: weapp.errors, refusals: weapp.refusals }
  })
  return [...errors, ...refusals]
}
