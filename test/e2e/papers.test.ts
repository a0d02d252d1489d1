import { checkCharacter } from '@suanhui/shared/credit-code'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { drawInvoice, invoiceData } from '../papers/index'
import { errorsOf, keepPicture } from './browser'
import { settled } from './settled'
import { companyOf, type Entered, enter, phoneOf } from './signed-in'
import { wholeAndBrowser } from './whole-browser'

const NAME = '长沙测试云帆智算科技有限公司'
const FIRST17 = '91430104MA0TEXT33'

const { whole, browser, url } = wholeAndBrowser()
let entered: Entered
let companyId: string
let page: Page
let errors: readonly string[]

async function open(): Promise<void> {
  entered = await enter(whole().sandbox, url(), '13900000021')
  companyId = await companyOf(entered.client, FIRST17, NAME)
  page = await (await phoneOf(browser(), 'h5', entered.session)).newPage()
  page.setDefaultTimeout(30_000)
  errors = errorsOf(page)
}

const button = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true })

async function choose(files: ReturnType<typeof jpeg>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('从相册选').click()])
  await chooser.setFiles(files)
}

const jpeg = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })
const papers = async () => (await entered.client.ask('GET', `/v1/companies/${companyId}/papers`)).body.papers

describe('papers on H5', () => {
  it('a picture that is too small is said so before it is sent, and is taken again', async () => {
    await open()
    await page.goto(`${url()}/#/pages/papers/list/index?company=${companyId}`)
    await page.getByRole('heading', { name: '还没有材料' }).waitFor()
    await keepPicture(page, 'papers-1-empty')
    const { bytes } = await drawInvoice(invoiceData(3))
    const { default: sharp } = await import('sharp')
    const small = await sharp(bytes).resize(600).jpeg().toBuffer()
    await choose(jpeg('小.jpg', small))
    await page.getByRole('dialog', { name: '照片太小' }).waitFor()
    await keepPicture(page, 'papers-2-too-small')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('重拍').click()])
    const invoice = await drawInvoice(
      invoiceData(3, { type: '32', buyer: { name: NAME, code: FIRST17 + checkCharacter(FIRST17) } }),
    )
    await chooser.setFiles(jpeg('发票.jpg', invoice.bytes))
    await expect.poll(papers, { timeout: 20_000 }).toHaveLength(1)
  })

  it('an invoice is read, each field beside its place on the paper, and confirmed', async () => {
    await page.getByText('读好了').waitFor({ timeout: 60_000 })
    await keepPicture(page, 'papers-3-list')
    await page.getByRole('link', { name: /发票/ }).filter({ visible: true }).first().click()
    await page.getByText(/有\d+项要您看一看/).waitFor()
    await page
      .getByRole('img', { name: /^纸上的/ })
      .first()
      .waitFor()
    await settled(page)
    await keepPicture(page, 'papers-4-paper')
    const path = `/v1/companies/${companyId}/papers/${(await papers())[0].id}`
    const before = (await entered.client.ask('GET', path)).body
    const toConfirm = Object.entries<{ status: string }>(before.reading.fields).filter(
      ([, { status }]) => status === 'suggested',
    )
    expect(toConfirm.length).toBeGreaterThan(0)
    await button('上面这些都没错').click()
    await expect
      .poll(async () => Object.keys((await entered.client.ask('GET', path)).body.confirmed.fields).length)
      .toBeGreaterThan(0)
    await page.getByText('都核对好了').filter({ visible: true }).waitFor()
    await keepPicture(page, 'papers-5-confirmed')
  })

  it('goes into the slot of a filing, comes out again; a change made elsewhere loses nothing, and is said where it was the same slot', async () => {
    const made = await entered.client.ask('POST', `/v1/companies/${companyId}/submissions`, { step: 'filing' })
    expect(made.status).toBe(201)
    const path = `/v1/companies/${companyId}/submissions/${made.body.id}`
    const slots = async () => (await entered.client.ask('GET', path)).body.papers
    await page.goto(`${url()}/#/pages/papers/slots/index?company=${companyId}&id=${made.body.id}`)
    await page.getByRole('heading', { name: /算力购买合同/ }).waitFor()
    await keepPicture(page, 'papers-6-slots')
    const { bytes } = await drawInvoice(invoiceData(5))
    await button('放材料进来').first().click()
    await choose(jpeg('合同.jpg', bytes))
    await expect.poll(async () => (await slots()).contract?.length, { timeout: 20_000 }).toBe(1)
    await page.getByText('放了1份').filter({ visible: true }).waitFor()
    await keepPicture(page, 'papers-7-slot-filled')

    // While a paper is being read the page looks again by itself, and would see what comes next.
    await expect
      .poll(async () => (await papers()).some(({ status }: { status: string }) => /^re(ceived|ading)$/.test(status)), {
        timeout: 60_000,
      })
      .toBe(false)
    await expect
      .poll(
        () =>
          page
            .getByText(/等着读|正在读/)
            .filter({ visible: true })
            .count(),
        { timeout: 30_000 },
      )
      .toBe(0)
    const elsewhere = async (change: object): Promise<void> => {
      const { version } = (await entered.client.ask('GET', path)).body
      expect((await entered.client.ask('PUT', path, { version, ...change })).status).toBe(200)
    }
    // Somebody else changes the same slot meanwhile: said, and theirs stands.
    const { contract } = await slots()
    const another = (await papers()).find(({ id }: { id: string }) => !contract.includes(id))
    await elsewhere({ papers: { contract: [...contract, another.id] } })
    await button('拿出来').click()
    await page.getByText('别的地方刚改过').waitFor()
    expect((await slots()).contract).toHaveLength(2)
    await elsewhere({ papers: { contract } })
    await page.reload()
    await page.getByText('放了1份').filter({ visible: true }).waitFor()
    // Another part of the draft: both stand.
    await elsewhere({ confirmedFindings: ['other'] })
    await button('拿出来').click()
    await expect.poll(async () => (await slots()).contract).toEqual([])
    expect((await entered.client.ask('GET', path)).body.confirmedFindings).toEqual(['other'])
    expect(errors.filter((error) => !/409/.test(error))).toEqual([])
  })

  it.each([
    ['elder', { elder: true }],
    ['dark', { dark: true }],
  ] as const)('looks as it should: %s', async (name, options) => {
    const phone = await phoneOf(browser(), 'h5', entered.session, options)
    const other = await phone.newPage()
    other.setDefaultTimeout(30_000)
    await other.goto(`${url()}/#/pages/papers/list/index?company=${companyId}`)
    await other.getByText('读好了').first().waitFor({ timeout: 60_000 })
    await settled(other)
    await keepPicture(other, `papers-list-${name}`)
    await other.getByRole('link', { name: /发票/ }).filter({ visible: true }).last().click()
    await other.getByRole('heading', { name: '看材料' }).waitFor()
    await other.getByText(/核对好了|要您看一看/).waitFor()
    await settled(other)
    await keepPicture(other, `papers-paper-${name}`)
    await phone.close()
  })
})
