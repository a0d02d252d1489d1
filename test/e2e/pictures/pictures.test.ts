import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, newPhone, PHONE, SMALL_PHONE } from '../browser'
import { type Running, startServer } from '../server'
import { settled, watchRequests } from '../settled'
import { violations } from '../violations'
import { difference, packed } from './likeness'
import { playScene, readScene } from './scene'
import { SCENES } from './scenes'

/*
 * Every page in three modes and on two sizes of phone, compared with the picture that was looked at and kept.
 * Where a page changed on purpose: UPDATE_PICTURES=1 npx vitest run --project e2e test/e2e/pictures, look at the pictures, commit them.
 * Where answers of the server changed: npm run pictures, which walks the journey and keeps them anew.
 */
const GALLERY = resolve(import.meta.dirname, '../../../miniapp/gallery')
const CHANGED = resolve(import.meta.dirname, '../../artefacts/pictures')
const TOLERATED = 0.004
const updating = process.env.UPDATE_PICTURES === '1'

const MODES = ['normal', 'elder', 'dark'] as const
/** The whole of the page on an ordinary phone, and what a small one shows at once. */
const SIZES = { '390x844': PHONE, '320x568': SMALL_PHONE } as const

let server: Running
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${server.url}/#/${address}`)
  await expect.poll(() => page.getByRole('main').textContent(), { timeout: 10_000 }).toMatch(/\S{4}/)
  await settled(page)
}

async function compare(picture: Buffer, name: string): Promise<void> {
  const file = join(GALLERY, name)
  if (updating || !existsSync(file)) {
    if (process.env.CI === 'true') throw new Error(`there is no picture ${name} to compare with`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await packed(picture))
    return
  }
  const differing = await difference(picture, readFileSync(file))
  if (differing <= TOLERATED) return
  mkdirSync(dirname(join(CHANGED, name)), { recursive: true })
  writeFileSync(join(CHANGED, name), picture)
  expect.fail(`${name}: ${(differing * 100).toFixed(1)}% of it changed; see test/artefacts/pictures`)
}

describe.each(MODES)('in %s mode', (mode) => {
  describe.each(SCENES)('%s', (name) => {
    const scene = readScene(name)
    let phone: BrowserContext
    let page: Page
    beforeAll(async () => {
      phone = await newPhone(browser, { dark: mode === 'dark', scale: 1 })
      await playScene(phone, scene, mode === 'elder')
      page = await phone.newPage()
      page.setDefaultTimeout(15_000)
      await watchRequests(page)
      await page.emulateMedia({ reducedMotion: 'reduce' })
    })
    afterAll(() => phone.close())

    it.each(Object.entries(scene.pages))('%s looks as it did, and keeps nobody out', async (one, address) => {
      await page.setViewportSize(PHONE)
      await open(page, address)
      expect(await violations(page)).toEqual([])
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport)
        await settled(page)
        const picture = await page.screenshot({
          fullPage: viewport === PHONE,
          animations: 'disabled',
          caret: 'hide',
        })
        await compare(picture, `${size}/${mode}/${one}.png`)
      }
    })
  })
})
