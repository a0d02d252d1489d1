import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { buildSite } from '../weapp/build-site'
import type { Weapp } from '../weapp/runtime/record'
import { type Site, serveSite } from '../weapp/serve-site'
import { arrived, type BadNetwork, badNetwork, sentInVain } from './bad-network'
import { keepPicture, launchBrowser } from './browser'
import { companyOf, enter, phoneOf } from './signed-in'
import { startWhole, type Whole } from './whole'

const LOSS = 0.3
let whole: Whole
let browser: Browser
let network: BadNetwork
let site: Site
let folder: string
const serverUrl = (): string => whole.servers[0]?.url ?? ''

beforeAll(async () => {
  ;[whole, browser, folder] = await Promise.all([
    startWhole(),
    launchBrowser(),
    mkdtemp(join(tmpdir(), 'suanhui-weapp-')),
  ])
  await buildSite(resolve(import.meta.dirname, '../../miniapp/dist/weapp'), folder)
  network = await badNetwork(serverUrl(), { loss: LOSS, partMs: 250 })
  site = await serveSite(folder, network.url)
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await network?.close()
  await whole?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

/** A photo of twelve million pixels, about as large as phones make them. */
const photo = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 16 },
    },
  })
    .jpeg({ quality: 88 })
    .toBuffer()

/** Opens a page as a fresh start: whatever ran before is gone. */
async function start(target: 'h5' | 'weapp', phone: BrowserContext, address: string): Promise<Page> {
  const page = await phone.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(target === 'h5' ? `${network.url}/#/${address}` : `${site.url}/#${address}`)
  return page
}

async function choose(target: 'h5' | 'weapp', page: Page, bytes: Buffer): Promise<void> {
  const album = page.getByRole('button', { name: '从相册选' })
  await album.waitFor()
  if (target === 'h5') {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), album.click()])
    await chooser.setFiles({ name: '合同第1页.jpg', mimeType: 'image/jpeg', buffer: bytes })
    return
  }
  await page.evaluate((coded) => {
    const { weapp } = window as unknown as { weapp: Weapp }
    weapp.world.nextFiles.push({
      name: '合同第1页.jpg',
      type: 'image/jpeg',
      bytes: Array.from(atob(coded), (character) => character.charCodeAt(0)),
    })
  }, bytes.toString('base64'))
  await album.click()
}

describe.each(['h5', 'weapp'] as const)(
  'on %s, three requests in ten are lost and the app is killed twice',
  (target) => {
    it('a photo of 12 million pixels arrives whole, and nothing is sent twice but what was under way when it was killed', async () => {
      const { client, session } = await enter(
        whole.sandbox,
        serverUrl(),
        target === 'h5' ? '13900000011' : '13900000012',
      )
      const companyId = await companyOf(client, target === 'h5' ? '91430104MA0TEXT31' : '91430104MA0TEXT32')
      const bytes = await photo()
      const parts = Math.ceil(bytes.length / (512 * 1024))
      expect(parts).toBeGreaterThan(5)
      const papers = async () => (await client.ask('GET', `/v1/companies/${companyId}/papers`)).body.papers
      const before = network.sent.length
      const sent = () => network.sent.slice(before)
      const there = () => new Set(sent().flatMap((part) => (arrived(part) ? [part.path] : []))).size

      const phone = await phoneOf(browser, target, session)
      const address = `pages/papers/list/index?company=${companyId}`
      const first = await start(target, phone, address)
      await choose(target, first, bytes)
      await expect.poll(there, { timeout: 30_000 }).toBeGreaterThan(1)
      await keepPicture(first, `upload-${target}-1-under-way`)
      await first.close()
      // Any page will do: what waits goes on by itself.
      const second = await start(target, phone, 'pages/start/index')
      await expect.poll(there, { timeout: 30_000 }).toBeGreaterThan(4)
      expect(await papers()).toEqual([])
      await second.close()
      const third = await start(target, phone, address)
      onTestFailed(async () => {
        const kept = await third.evaluate(() => Object.entries(localStorage).filter(([key]) => /upload/.test(key)))
        console.log(`${target}, sent: ${JSON.stringify(sent())}; kept on the phone: ${JSON.stringify(kept)}`)
        await keepPicture(third, `upload-${target}-failed`)
      })
      await expect.poll(async () => (await papers()).length, { timeout: 60_000 }).toBe(1)

      const [paper] = await papers()
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(paper.pages).toMatchObject([{ sha256, size: bytes.length, viewable: true }])
      const came = sent().filter(arrived)
      const figures = (fate: string) => sent().filter((part) => part.fate === fate).length
      console.log(
        `${target}: ${bytes.length} bytes in ${parts} parts; sent ${sent().length}, of which lost ${figures('lost')}, ` +
          `without answer ${figures('unanswered')}, under way when killed ${figures('cut')}; arrived twice ${came.length - parts}`,
      )
      expect(new Set(came.map(({ path }) => path)).size).toBe(parts)
      // What the server had while the app was there, answered or not, is never sent again; what was under way at a
      // kill may reach the server after the new start has asked what is there.
      expect(sentInVain(sent())).toEqual([])
      // Nothing is left behind on the phone, once it has heard: that answer may be lost as well, and more than once.
      const left = () => third.evaluate(() => Object.keys(localStorage).filter((key) => /upload:/.test(key)))
      await expect.poll(left, { timeout: 60_000 }).toEqual([])
      await keepPicture(third, `upload-${target}-2-there`)
      await phone.close()
    })
  },
)
