import { checkCharacter } from '@suanhui/shared/credit-code'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorsOf, keepPicture, launchBrowser, newPhone } from './browser'
import { signInOn } from './steps'
import { h5Surface, type Surface } from './surface'
import { startWhole, type Whole } from './whole'

const first17 = '91430104MA0TEXT1X'
const CODE = first17 + checkCharacter(first17)
const PHONE = '13800000001'

let whole: Whole
let browser: Browser
let surface: Surface
let errors: readonly string[]
const url = () => whole.servers[0]?.url ?? ''

beforeAll(async () => {
  ;[whole, browser] = await Promise.all([startWhole(), launchBrowser()])
  const page = await (await newPhone(browser)).newPage()
  page.setDefaultTimeout(15_000)
  errors = errorsOf(page)
  surface = h5Surface(page, url())
})
afterAll(async () => {
  await browser?.close()
  await whole?.stop()
})

describe('the whole way on H5', () => {
  it('signs in and registers a company', async () => {
    const { page } = surface
    await surface.goTo('pages/cases/index')
    await page.getByRole('button', { name: '用手机号登录' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await keepPicture(page, 'j-01-login')
    await signInOn(surface, whole.sandbox, PHONE)
    await page.getByRole('button', { name: '登记公司' }).waitFor()
    await keepPicture(page, 'j-02-no-company')
    await page.getByRole('button', { name: '登记公司' }).click()
    await page.getByRole('textbox', { name: '统一社会信用代码' }).fill(CODE)
    await page.getByRole('textbox', { name: '公司名称' }).fill('长沙测试智算科技有限公司')
    await surface.chooseRegion(surface.main(), ['湖南省', '长沙市', '岳麓区'])
    await page.waitForTimeout(600)
    await keepPicture(page, 'j-03-new-company')
    await page.getByRole('button', { name: '登记这家公司' }).click()
    await page.waitForTimeout(1500)
    await keepPicture(page, 'j-04-after')
    for (const [name, address] of [
      ['cases', 'pages/cases/index'],
      ['me', 'pages/me/index'],
      ['messages', 'pages/messages/index'],
      ['start', 'pages/start/index'],
      ['providers', 'pages/providers/list/index'],
    ] as const) {
      await surface.goTo(address)
      await page.waitForTimeout(900)
      await keepPicture(page, `j-05-${name}`)
    }
    expect(errors).toEqual([])
  })
})
