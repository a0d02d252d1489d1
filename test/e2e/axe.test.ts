import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerScreen } from './answering'
import { keepPicture, launchBrowser, newPhone } from './browser'
import { type Running, startServer } from './server'
import { h5Surface } from './surface'
import { violations } from './violations'

const PAGES = {
  start: 'start/index',
  questions: 'matcher/questions/index',
  results: 'matcher/results/index',
  measure: 'matcher/measure/index?id=hn-2026-168%2Fcompute-voucher',
  combination: 'matcher/combination/index',
  answers: 'matcher/answers/index',
  library: 'library/documents/index',
  document: 'library/document/index?id=sx-2024-35',
} as const

let server: Running
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function prepared(mode: 'normal' | 'elder' | 'dark'): Promise<Page> {
  const phone = await newPhone(browser, { dark: mode === 'dark' })
  const page = await phone.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(server.url)
  if (mode === 'elder') await page.getByRole('button', { name: /长辈版/ }).click()
  await page.getByRole('button', { name: '开始匹配' }).click()
  await page.getByRole('heading', { name: '政策匹配' }).waitFor()
  await answerScreen(h5Surface(page, server.url), {
    'company.region': '140105',
    'company.kind': 'enterprise',
    'company.activities': ['operates_compute'],
  })
  return page
}

describe.each(['normal', 'elder', 'dark'] as const)('in %s mode', (mode) => {
  let page: Page
  beforeAll(async () => {
    page = await prepared(mode)
  })
  afterAll(() => page.context().close())

  it.each(Object.entries(PAGES))('%s has nothing that keeps anyone out', async (name, path) => {
    await page.goto(`${server.url}/#/pages/${path}`)
    await page.getByRole('main').getByRole('heading').first().waitFor()
    await page.waitForTimeout(400)
    await keepPicture(page, `axe-${mode}-${name}`)
    expect(await violations(page)).toEqual([])
  })
})
