import type { Page, Request, Route } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { drawInvoice, invoiceData } from '../papers/index'
import { keepPicture, PHONE } from './browser'
import { companyOf, type Entered, enter, phoneOf } from './signed-in'
import { write } from './typing'
import { wholeAndBrowser } from './whole-browser'

const { whole, browser, url } = wholeAndBrowser()
let entered: Entered
let companyId: string
let base: string
let page: Page

const AWAY = {
  status: 503,
  contentType: 'application/json',
  body: JSON.stringify({ error: { code: 'NOT_READY', message: '服务器暂时连不上，已经存好的都在。请过几秒再试' } }),
}

/** Such requests are refused, as while the database is away. */
async function away(
  path: RegExp,
  method: string,
  retryAfterSeconds = 1,
): Promise<{ back(): Promise<void>; readonly asked: Request[] }> {
  const asked: Request[] = []
  const refuse = async (route: Route): Promise<void> => {
    if (route.request().method() !== method) return route.fallback()
    asked.push(route.request())
    await route.fulfill({ ...AWAY, headers: { 'retry-after': String(retryAfterSeconds) } })
  }
  await page.route(path, refuse)
  return { back: () => page.unroute(path, refuse), asked }
}

const main = (on = page) => on.getByRole('main').filter({ visible: true })
const button = (name: string | RegExp, on = page) => on.getByRole('button', { name }).filter({ visible: true })

async function goTo(address: string, on = page): Promise<void> {
  await on.goto(`${url()}/#/${address}`)
  await on.reload()
}

async function begun(step: 'filing' | 'claim'): Promise<string> {
  const { status, body } = await entered.client.ask('POST', `${base}/submissions`, { step })
  expect(status).toBe(201)
  return body.id
}

const submission = async (id: string) => (await entered.client.ask('GET', `${base}/submissions/${id}`)).body
const papers = async () => (await entered.client.ask('GET', `${base}/papers`)).body.papers

async function open(): Promise<void> {
  entered = await enter(whole().sandbox, url(), '13900000041')
  companyId = await companyOf(entered.client, '91430104MA0TEXT44', '长沙测试断线科技有限公司')
  base = `/v1/companies/${companyId}`
  page = await openPage()
}

async function openPage(): Promise<Page> {
  const opened = await (await phoneOf(browser(), 'h5', entered.session)).newPage()
  opened.setDefaultTimeout(20_000)
  return opened
}

describe('a system that stops while somebody works', () => {
  afterAll(() => page?.context().close())
  beforeEach(() => onTestFailed(() => keepPicture(page, 'stops-failed')))

  it('what was pressed says so; something else that is pressed meanwhile begins nothing', async () => {
    await open()
    const { back, asked } = await away(/\/submissions$/, 'POST')
    await goTo(`pages/submission/new/index?company=${companyId}&paper=`)
    await main().getByText('备案一份算力合同').click()
    await main().getByText('正在打开……').waitFor()
    await main().getByText('申领山西算力券').click()
    await main().getByText('服务器暂时连不上').waitFor()
    expect(new Set(asked.map((one) => JSON.parse(one.postData() ?? '').step))).toEqual(new Set(['filing']))
    await back()
    await main().getByText('备案一份算力合同').click()
    await page.getByRole('heading', { name: '办理', exact: true }).waitFor()
    const { submissions } = (await entered.client.ask('GET', `${base}/submissions`)).body
    expect(submissions.map(({ step }: { step: string }) => step)).toEqual(['filing'])
  })

  it('a page that does not come says after a while that it is still tried', async () => {
    const id = await begun('filing')
    const { back } = await away(new RegExp(`/submissions/${id}$`), 'GET', 5)
    await goTo(`pages/submission/form/index?company=${companyId}&id=${id}&form=filing`)
    await main().getByText('有点慢，还在试').waitFor()
    await back()
  })

  it('papers that are ticked quickly all go in; where they do not, that is said where one ticks', async () => {
    await goTo(`pages/papers/list/index?company=${companyId}`)
    await button('从相册选').waitFor()
    const files = await Promise.all(
      [61, 62, 63].map(async (seed) => {
        const { bytes } = await drawInvoice(invoiceData(seed))
        return { name: `票${seed}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }
      }),
    )
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('从相册选').click()])
    await chooser.setFiles(files)
    await button('每张是一份材料').click()
    const read = async () => (await papers()).filter(({ status }: { status: string }) => status === 'read').length
    await expect.poll(read, { timeout: 60_000, interval: 500 }).toBe(3)
    // Two of them are something else; the third is the invoice that it is.
    for (const { id } of (await papers()).slice(1))
      expect((await entered.client.ask('PUT', `${base}/papers/${id}/kind`, { kind: 'licence' })).status).toBe(200)

    const id = await begun('filing')
    const slow = async (route: Route): Promise<void> => {
      if (route.request().method() === 'PUT') await new Promise((done) => setTimeout(done, 600))
      await route.fallback()
    }
    await page.route(new RegExp(`/submissions/${id}$`), slow)
    await goTo(`pages/papers/slots/index?company=${companyId}&id=${id}`)
    await main().getByRole('heading', { name: '其他材料' }).waitFor()
    await button('放材料进来').last().click()
    const ticks = page.getByRole('dialog').getByRole('checkbox', { name: /传的/ })
    await ticks.nth(0).click()
    await ticks.nth(1).click()
    expect(await ticks.evaluateAll((all) => all.map((one) => one.matches('[aria-checked=true], :checked')))).toEqual([
      true,
      true,
    ])
    const there = async () => Object.values((await submission(id)).papers).flat().length
    await expect.poll(there, { timeout: 10_000 }).toBe(2)

    const { back } = await away(new RegExp(`/submissions/${id}$`), 'PUT')
    await ticks.nth(0).click()
    await page.getByRole('dialog').getByText('服务器暂时连不上').waitFor()
    expect(await ticks.nth(0).evaluate((one) => one.matches('[aria-checked=true], :checked'))).toBe(true)
    await back()
    await ticks.nth(0).click()
    await expect.poll(there, { timeout: 10_000 }).toBe(1)
    await button('好了').click()
  })

  it('what was confirmed in vain is said where one stands, and pictures come by themselves', async () => {
    const { id } = (await papers()).find(({ kind }: { kind: string }) => kind === 'invoice')
    const pictures = await away(/\/papers\/[^/]+\/image/, 'GET')
    const confirming = await away(new RegExp(`/papers/${id}`), 'PUT')
    await goTo(`pages/papers/paper/index?company=${companyId}&id=${id}&field=`)
    const onPaper = page.getByRole('img', { name: /^纸上的/ })
    await button('上面这些都没错').waitFor()
    expect(await onPaper.count()).toBe(0)
    await pictures.back()
    await button('上面这些都没错').click()
    const words = main().getByText('服务器暂时连不上')
    await words.waitFor()
    const box = await words.boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height)
    await onPaper.first().waitFor()
    await keepPicture(page, 'stops-confirm')
    await confirming.back()
    await button('上面这些都没错').click()
    const confirmed = async () =>
      Object.keys((await entered.client.ask('GET', `${base}/papers/${id}`)).body.confirmed.fields).length
    await expect.poll(confirmed).toBeGreaterThan(0)
  })

  it('two pages of one form: what differs is said where one types, and neither takes the other’s drafts away', async () => {
    const id = await begun('filing')
    const address = `pages/submission/form/index?company=${companyId}&id=${id}&form=filing`
    const second = await page.context().newPage()
    const field = (on: Page, name: string) => main(on).getByRole('textbox', { name, exact: true })
    for (const on of [page, second]) {
      await goTo(address, on)
      await field(on, '办公地址').waitFor()
    }
    await write(field(page, '办公地址'), '长沙市测试路1号')
    await main()
      .getByText(/已保存/)
      .waitFor()
    await write(field(second, '办公地址'), '长沙市测试路2号')
    await main(second).getByText('有1项在别处也改过，选好了才能保存').waitFor()
    await keepPicture(second, 'stops-conflict')
    await button('去选', second).click()
    await button('用这里填的：长沙市测试路2号', second).click()
    await expect.poll(async () => (await submission(id)).forms.filing.officeAddress?.value).toBe('长沙市测试路2号')

    await page.context().setOffline(true)
    await write(field(page, '联系人姓名'), '测试甲')
    await write(field(second, '法人代表姓名'), '测试乙')
    // The first one is closed while nothing of this has left.
    await page.waitForTimeout(1_500)
    await page.close()
    page = second
    await page.context().setOffline(false)
    await page.reload()
    const names = async () => {
      const { contactName, legalName } = (await submission(id)).forms.filing
      return [contactName?.value, legalName?.value]
    }
    await expect.poll(names, { timeout: 20_000 }).toEqual(['测试甲', '测试乙'])
  })

  it('a row that was taken away by mistake is put back where it stood', async () => {
    const id = await begun('filing')
    await goTo(`pages/submission/form/index?company=${companyId}&id=${id}&form=filing`)
    const numbers = main().getByRole('textbox', { name: '合同编号', exact: true })
    for (const [index, number] of ['甲1', '乙2', '丙3'].entries()) {
      await button('加一个合同').click()
      await write(numbers.nth(index), number)
    }
    await button('去掉这一行').nth(1).click()
    await expect.poll(() => numbers.count()).toBe(2)
    await keepPicture(page, 'stops-row-gone')
    const box = await button('放回去').boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height)
    await button('放回去').click()
    const all = () =>
      numbers.evaluateAll((inputs) => inputs.map((one) => (one instanceof HTMLInputElement ? one.value : '')))
    await expect.poll(all).toEqual(['甲1', '乙2', '丙3'])
    const saved = async () =>
      (await submission(id)).forms.filing.contracts?.value.map(({ number }: { number: string }) => number)
    await expect.poll(saved, { timeout: 10_000 }).toEqual(['甲1', '乙2', '丙3'])
  })
})
