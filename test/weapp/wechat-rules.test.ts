import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { keepPicture, launchBrowser, newPhone } from '../e2e/browser'
import { clientOf, codeOn, receivedBy } from '../e2e/client'
import { companyOf, enter, phoneOf } from '../e2e/signed-in'
import { refusalsOf } from '../e2e/targets'
import { startWhole, type Whole } from '../e2e/whole'
import { mintCode, openidOf } from '../sandbox/gateways/wechat/login'
import { buildSite } from './build-site'
import type { Weapp, World } from './runtime/record'
import { type Site, serveSite } from './serve-site'

const dist = resolve(import.meta.dirname, '../../miniapp/dist/weapp')
let whole: Whole
let browser: Browser
let site: Site
let folder: string
let page: Page

beforeAll(async () => {
  ;[whole, browser, folder] = await Promise.all([
    startWhole(),
    launchBrowser(),
    mkdtemp(join(tmpdir(), 'suanhui-weapp-')),
  ])
  await buildSite(dist, folder)
  site = await serveSite(folder, whole.servers[0]?.url ?? '')
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await whole?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})
/** Nothing that WeChat would have refused, nothing that nobody caught. */
afterEach(async () => {
  expect(await refusalsOf(page)).toEqual([])
  await page.context().close()
})

async function start(address: string, world: Partial<World> = {}, context?: Awaited<ReturnType<typeof newPhone>>) {
  page = await (context ?? (await newPhone(browser))).newPage()
  await page.addInitScript((given) => Object.assign(window, { weappWorld: given }), world)
  page.setDefaultTimeout(10_000)
  await page.goto(`${site.url}/#${address}`)
  await page.waitForFunction(() => (window as unknown as { weapp?: Weapp }).weapp?.ready)
}

const called = (name: string): Promise<number> =>
  page.evaluate(
    (wanted) => (window as unknown as { weapp: Weapp }).weapp.calls.filter((call) => call.name === wanted).length,
    name,
  )

const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true })
const text = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first()
const sheet = () => page.getByRole('dialog', { name: '先看一看隐私指引' }).filter({ visible: true })

/** Codes as a phone with this WeChat account gets them, for a number. */
const codesOf = (name: string, phone: string): Pick<World, 'loginCode' | 'phoneCode'> => {
  const wechat = { ...whole.sandbox.world, templates: whole.sandbox.templates.wechat }
  const openid = openidOf(name)
  return {
    loginCode: mintCode(wechat, { kind: 'login', openid }),
    phoneCode: mintCode(wechat, { kind: 'phone', openid, phone }),
  }
}

interface Me {
  readonly id: string
  readonly phoneMasked: string | null
  readonly hasWechat: boolean
}

/** Who this phone is signed in as, asked from the server. */
async function whoIsIn(): Promise<Me | undefined> {
  const kept = await page.evaluate(() => localStorage.getItem('weapp:session'))
  const session = JSON.parse(JSON.parse(kept ?? '"null"')) as { accessToken: string } | null
  if (session === null) return undefined
  const { status, body } = await clientOf(whole.servers[0]?.url ?? '', session.accessToken).ask('GET', '/v1/me')
  expect(status).toBe(200)
  return body
}

const LOGIN = 'pages/account/login/index'

describe('the phone number by a button of WeChat', () => {
  const agree = () => page.getByRole('checkbox', { name: /我已看过并同意/ }).click()

  it('asks nothing before the tick, and says what is missing', async () => {
    await start(LOGIN, codesOf('测试规则甲', '13900005001'))
    await button('用微信的手机号登录').click()
    await text('请先看一看协议').waitFor()
    expect(await called('login')).toBe(0)
    await keepPicture(page, 'weapp-login')
  })

  it('signs in with one press, and the number is bound', async () => {
    await start(LOGIN, codesOf('测试规则甲', '13900005001'))
    await agree()
    await button('用微信的手机号登录').click()
    await text('开始匹配').waitFor()
    expect(await whoIsIn()).toMatchObject({ phoneMasked: '139****5001', hasWechat: true })
  })

  it('who was here by SMS before comes back as the same person', async () => {
    const url = whole.servers[0]?.url ?? ''
    const before = await enter(whole.sandbox, url, '13900005002')
    const { id } = (await before.client.ask('GET', '/v1/me')).body
    await start(LOGIN, codesOf('测试规则乙', '13900005002'))
    await agree()
    await button('用微信的手机号登录').click()
    await text('开始匹配').waitFor()
    expect(await whoIsIn()).toMatchObject({ id, phoneMasked: '139****5002', hasWechat: true })
  })

  it('a number of another WeChat is told, and nobody is signed in', async () => {
    await start(LOGIN, codesOf('测试规则丙', '13900005001'))
    await agree()
    await button('用微信的手机号登录').click()
    await text('这个手机号已经有账号').waitFor()
    expect(await whoIsIn()).toBeUndefined()
  })

  it('declined: the code by SMS leads in', async () => {
    const phone = '13900005004'
    await start(LOGIN, { ...codesOf('测试规则丁', phone), phoneCode: 'deny' })
    await agree()
    await button('用微信的手机号登录').click()
    await text('您没有用微信的手机号').waitFor()
    const seen = receivedBy(whole.sandbox, phone).length
    await page.getByRole('textbox', { name: '手机号', exact: true }).fill(phone)
    await button('发验证码').click()
    await page.getByRole('textbox', { name: '验证码', exact: true }).fill(await codeOn(whole.sandbox, phone, seen))
    await button(/^登录$/).click()
    await text('开始匹配').waitFor()
    expect(await whoIsIn()).toMatchObject({ phoneMasked: '139****5004', hasWechat: false })
  })
})

describe('the consent that WeChat wants', () => {
  it('before the number: agreed, and one is in', async () => {
    await start(LOGIN, { ...codesOf('测试规则戊', '13900005005'), privacyAgreed: false })
    await page.getByRole('checkbox', { name: /我已看过并同意/ }).click()
    await button('用微信的手机号登录').click()
    await sheet().waitFor()
    await keepPicture(page, 'weapp-privacy')
    await button('看《隐私保护指引》全文').click()
    expect(await called('openPrivacyContract')).toBe(1)
    await sheet().getByRole('button', { name: '同意', exact: true }).click()
    await text('开始匹配').waitFor()
    expect(await whoIsIn()).toMatchObject({ phoneMasked: '139****5005' })
  })

  it('before the camera: declined, the words say what works; asked again, agreed, it opens', async () => {
    const { client, session } = await enter(whole.sandbox, whole.servers[0]?.url ?? '', '13900005006')
    const company = await companyOf(client, '91430104MA0RULE1X', '长沙测试规则科技有限公司')
    const phone = await phoneOf(browser, 'weapp', session)
    await start(`pages/papers/list/index?company=${company}`, { privacyAgreed: false }, phone)
    await button('拍照').first().click()
    await sheet().waitFor()
    await text('查政策、看结果、填资料照样能用').waitFor()
    await button('不同意').click()
    await text('您没有同意隐私指引，所以不能拍照和选文件').waitFor()
    await button('拍照').first().click()
    await sheet().getByRole('button', { name: '同意', exact: true }).click()
    await sheet().waitFor({ state: 'detached' })
    // The camera was opened, and handed over nothing: that is no error.
    await expect.poll(() => called('chooseMedia')).toBe(2)
    await text('您没有同意隐私指引').waitFor({ state: 'detached' })
  })

  it('is declared in the build, with what a search engine may see', async () => {
    await start('pages/start/index')
    const app = JSON.parse(await readFile(join(dist, 'app.json'), 'utf8'))
    expect(app.__usePrivacyCheck__).toBe(true)
    const sitemap = JSON.parse(await readFile(join(dist, app.sitemapLocation), 'utf8')) as {
      readonly rules: readonly { readonly action: string; readonly page: string }[]
    }
    const pages = new Set([
      ...app.pages,
      ...app.subPackages.flatMap((one: { root: string; pages: string[] }) => one.pages.map((p) => `${one.root}/${p}`)),
    ])
    const allowed = sitemap.rules.filter(({ action }) => action === 'allow').map((rule) => rule.page)
    expect(allowed.filter((one) => !pages.has(one))).toEqual([])
    expect(allowed.filter((one) => /account|company|papers|submission|cases|messages|\/me\//.test(one))).toEqual([])
    expect(sitemap.rules.at(-1)).toEqual({ action: 'disallow', page: '*' })
  })
})

describe('a new version', () => {
  it('is offered, and taken when the person says so', async () => {
    await start('pages/start/index', { update: true })
    await text('有新版本了').waitFor()
    await button('以后再说').click()
    expect(await called('applyUpdate')).toBe(0)
    await page.context().close()
    await start('pages/start/index', { update: true })
    await button('现在换上').click()
    expect(await called('applyUpdate')).toBe(1)
  })
})
