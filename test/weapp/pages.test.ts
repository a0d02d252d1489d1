import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, newPhone } from '../e2e/browser'
import { playScene, readScene, type Scene } from '../e2e/pictures/scene'
import { SCENES } from '../e2e/pictures/scenes'
import { settled, watchRequests } from '../e2e/settled'
import { refusalsOf } from '../e2e/targets'
import { buildSite } from './build-site'
import type { Weapp } from './runtime/record'
import { type Site, serveSite } from './serve-site'
import { unspoken } from './spoken'

/* Every page of the built mini-program, with what the journey told it; the steps of the journey look at what opens on them. */

const dist = resolve(import.meta.dirname, '../../miniapp/dist/weapp')
const INVITATION = 'a-test-invitation'

/** Nobody is invited on the journey: what an invitation says is written here. */
const INVITED: Scene['answers'] = {
  [`GET /v1/invitations/${INVITATION}`]: {
    status: 200,
    type: 'application/json',
    json: {
      companyId: '90209562-8b1e-4e61-ad9a-cc605e9ff09d',
      companyName: '长沙测试智算科技有限公司',
      role: 'agent',
      expiresAt: '2027-01-01T00:00:00.000Z',
    },
  },
}

const withInvitation = (scene: Scene): Scene => ({
  ...scene,
  pages: { ...scene.pages, invitation: `pages/company/invitation/index?token=${INVITATION}` },
  answers: { ...scene.answers, ...INVITED },
})

const scenes = SCENES.map(
  (name) => [name, name === 'paid' ? readScene(name) : withInvitation(readScene(name))] as const,
)

let browser: Browser
let site: Site
let folder: string
let pages: readonly string[]

beforeAll(async () => {
  ;[browser, folder] = await Promise.all([launchBrowser(), mkdtemp(join(tmpdir(), 'suanhui-weapp-'))])
  ;({ pages } = await buildSite(dist, folder))
  // Nobody answers there: the scene does.
  site = await serveSite(folder, 'http://127.0.0.1:9')
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

it('is every page of the mini-program', () => {
  const opened = new Set(scenes.flatMap(([, scene]) => Object.values(scene.pages).map((one) => one.split('?')[0])))
  expect(pages.filter((page) => !opened.has(page))).toEqual([])
})

/** Pages that may be shared say what WeChat's card says, and where it leads; the others cannot be shared. */
async function shared(page: Page): Promise<{ readonly title: string; readonly path: string } | undefined> {
  return page.evaluate(() => (window as unknown as { weapp: Weapp }).weapp.share())
}

async function mayBeShared(path: string): Promise<boolean> {
  const config: { enableShareAppMessage?: boolean } = JSON.parse(await readFile(join(dist, `${path}.json`), 'utf8'))
  return config.enableShareAppMessage === true
}

describe.each(scenes)('%s', (_, scene) => {
  let phone: BrowserContext
  let page: Page
  beforeAll(async () => {
    phone = await newPhone(browser)
    await playScene(phone, scene, false, 'weapp')
    page = await phone.newPage()
    page.setDefaultTimeout(15_000)
    await watchRequests(page)
  })
  afterAll(() => phone.close())

  it.each(Object.entries(scene.pages))('%s says all to whoever cannot see it', async (_name, address) => {
    await page.goto('about:blank')
    await page.goto(`${site.url}/#${address}`)
    const main = page.locator('.wx-webview:not([hidden])')
    await expect.poll(() => main.textContent(), { timeout: 10_000 }).toMatch(/\S{4}/)
    await settled(page)
    expect(await unspoken(page)).toEqual([])
    expect(await refusalsOf(page)).toEqual([])
    const [path = ''] = address.split('?')
    if (!(await mayBeShared(path))) return
    const card = await shared(page)
    expect(card?.title).toMatch(/\p{Script=Han}/u)
    // Another person opens it: nothing of this one's company is in the address.
    expect(card?.path).toMatch(/^\/pages\/[a-z/-]+\/index(\?id=[^&]+)?$/)
    expect(pages).toContain(card?.path.slice(1).split('?')[0])
  })
})
