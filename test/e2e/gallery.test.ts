import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { componentNames } from '../../miniapp/src/pages/gallery/component-names'
import { errorsOf, keepPicture, launchBrowser, newPhone } from './browser'
import { buildGallery } from './gallery/build-gallery'
import { overhanging, smallTargets, smallTexts } from './gallery/measure'
import { violations } from './violations'

const ADDRESS = 'http://gallery.test/'
const HTML = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>组件样板</title><link rel="stylesheet" href="style.css"></head><body><div id="app"></div><script src="script.js"></script></body></html>`

type Mode = 'normal' | 'elder' | 'dark'

let browser: Browser
let built: Awaited<ReturnType<typeof buildGallery>>

beforeAll(async () => {
  ;[browser, built] = await Promise.all([launchBrowser(), buildGallery()])
})
afterAll(() => browser.close())

async function open(mode: Mode, small = false): Promise<Page> {
  const page = await (await newPhone(browser, { dark: mode === 'dark', small })).newPage()
  page.setDefaultTimeout(10_000)
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: HTML }))
  await page.route(`${ADDRESS}style.css`, (route) => route.fulfill({ contentType: 'text/css', body: built.style }))
  await page.route(`${ADDRESS}script.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: built.script }),
  )
  await page.route(`${ADDRESS}favicon.ico`, (route) => route.fulfill({ status: 204 }))
  await page.goto(ADDRESS)
  await page.getByRole('heading', { level: 1, name: '组件样板' }).waitFor()
  if (mode === 'elder') await page.getByRole('radio', { name: '长辈版' }).check()
  await page.evaluate(() => document.fonts.ready)
  return page
}

const sectionOf = (page: Page, name: keyof typeof componentNames): Locator =>
  page.getByRole('region', { name: componentNames[name], exact: true })

describe('the gallery', () => {
  let page: Page
  let errors: readonly string[]
  beforeAll(async () => {
    page = await open('normal')
    errors = errorsOf(page)
  })
  afterAll(() => page.context().close())

  it('shows every component there is', async () => {
    const folders = readdirSync(resolve(import.meta.dirname, '../../miniapp/src/components'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(Object.keys(componentNames).sort()).toEqual(folders.sort())
    expect(await page.getByRole('region').evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual(
      Object.values(componentNames),
    )
  })

  it.each(Object.keys(componentNames) as (keyof typeof componentNames)[])(
    '%s has something to see under its heading',
    async (name) => {
      const section = sectionOf(page, name)
      await section.getByRole('heading', { level: 2, name: componentNames[name], exact: true }).waitFor()
      expect((await section.boundingBox())?.height ?? 0).toBeGreaterThan(80)
    },
  )

  const roles = [
    ['button', 'button', '开始匹配', 3],
    ['button', 'button', '正在传……', 1],
    ['cell', 'link', /^公司资料/, 2],
    ['cell', 'button', /^退出登录/, 1],
    ['fold', 'button', '收起来的内容', 1],
    ['segments', 'radiogroup', '算力给谁用', 1],
    ['segments', 'radio', '给别人用', 2],
    ['tick', 'checkbox', '我看过了', 1],
    ['company-switcher', 'button', /换一家公司/, 1],
    ['tabs', 'navigation', '主要页面', 1],
    ['tabs', 'link', '消息，5条没看', 1],
    ['card', 'heading', '公司资料', 1],
    ['notice', 'status', /^$/, 1],
    ['notice', 'alert', /^$/, 1],
    ['problem', 'alert', /^$/, 2],
    ['problem', 'button', '再试一次', 1],
    ['loading', 'status', '正在读取', 2],
    ['empty', 'heading', '还没有材料', 2],
    ['signed-in', 'heading', '请先登录', 1],
    ['signed-in', 'button', '用手机号登录', 1],
    ['progress', 'progressbar', '正在传第2张，40%', 1],
    ['timeline', 'listitem', /^$/, 2],
    ['text-field', 'textbox', '公司名称', 1],
    ['region-picker', 'combobox', /^公司所在地：/, 1],
    ['region-picker', 'group', '公司所在地', 1],
    ['form-field', 'textbox', '单位全称', 1],
    ['form-field', 'radiogroup', '是否中小企业', 1],
    ['form-field', 'checkbox', '给别人用', 1],
    ['form-field', 'button', '加一个合同', 1],
    ['fact-field', 'heading', '有几台服务器？', 1],
    ['fact-field', 'group', '有几台服务器？', 1],
    ['fact-field', 'textbox', '服务器', 1],
    ['fact-field', 'radiogroup', '买算力的钱的单位', 1],
    ['fact-field', 'radiogroup', '给谁用', 1],
    ['fact-field', 'checkbox', '不清楚', 6],
  ] as const

  it.each(roles)('%s is a %s named %s (%i)', async (component, role, name, count) => {
    const found = sectionOf(page, component).getByRole(role, { name, exact: true })
    expect(await found.count()).toBe(count)
  })

  it('tells screen readers what stands so: pressed, ticked, open, disabled, wrong', async () => {
    const buttons = sectionOf(page, 'button').getByRole('button', { name: '开始匹配', disabled: true })
    expect(await buttons.count()).toBe(1)
    expect(await sectionOf(page, 'tick').getByRole('checkbox', { name: '我承诺材料真实、准确' }).isChecked()).toBe(true)
    expect(await sectionOf(page, 'text-field').locator('[aria-invalid=true]').count()).toBe(1)
    const fold = sectionOf(page, 'fold').getByRole('button', { name: '收起来的内容' })
    expect(await fold.getAttribute('aria-expanded')).toBe('false')
    await fold.press('Enter')
    expect(await fold.getAttribute('aria-expanded')).toBe('true')
    await sectionOf(page, 'fold').getByText('打开以后看到的内容。').waitFor()
  })

  it('is worked by keyboard alone: a tick, a choice', async () => {
    const tick = sectionOf(page, 'tick').getByRole('checkbox', { name: '我看过了' })
    await tick.press('Space')
    expect(await tick.isChecked()).toBe(true)
    const choice = sectionOf(page, 'segments').getByRole('radiogroup', { name: '算力给谁用' })
    await choice.getByRole('radio', { name: '自己用' }).press('ArrowRight')
    expect(await choice.getByRole('radio', { name: '给别人用' }).isChecked()).toBe(true)
  })

  it('complains of nothing', () => expect(errors).toEqual([]))
})

const modes = ['normal', 'elder', 'dark'] as const

describe.each(modes)('in %s mode', (mode) => {
  let page: Page
  beforeAll(async () => {
    page = await open(mode)
  })
  afterAll(() => page.context().close())

  it('is large enough for fingers and eyes', async () => {
    await keepPicture(page, `gallery-${mode}`)
    const elder = mode === 'elder'
    expect(await smallTargets(page, elder ? 60 : 44)).toEqual([])
    expect(await smallTexts(page, elder ? 18 : 16)).toEqual([])
  })

  it('has nothing that keeps anyone out', async () => {
    expect(await violations(page)).toEqual([])
  })

  it.each([
    ['privacy-sheet', '先看一看隐私指引', '不同意'],
    ['sharing-consent', '交上去以前，要您同意', '先不交'],
  ] as const)('%s opens as a dialog and closes', async (component, title, decline) => {
    await sectionOf(page, component).getByRole('button', { name: '打开看看' }).click()
    const dialog = page.getByRole('dialog', { name: title })
    await dialog.getByRole('heading', { name: title }).waitFor()
    if (component === 'sharing-consent') {
      await dialog.getByRole('button', { name: '同意，交上去' }).click()
      await dialog.getByRole('alert').waitFor()
    }
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: decline }).click()
    await dialog.waitFor({ state: 'detached' })
  })
})

it.each(modes)('on a small phone nothing reaches over the side, %s', async (mode) => {
  const page = await open(mode, true)
  await keepPicture(page, `gallery-small-${mode}`)
  expect(await overhanging(page)).toEqual([])
  await page.context().close()
})
