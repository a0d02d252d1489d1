import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { drawContract } from '../papers'
import { casesIn } from '../sandbox/platforms/case'
import { errorsOf, keepPicture, launchBrowser, newPhone } from './browser'
import { receivedBy } from './client'
import { decideAt } from './desk'
import { COMPANY, CONTRACT, PROFILE, PROVIDER, stampedPage } from './journey-data'
import { checkUpAndSubmit, fillField, putIntoSlot, signInOn } from './steps'
import { h5Surface, type Surface } from './surface'
import { startWhole, type Whole } from './whole'

let whole: Whole
let browser: Browser
let surface: Surface
let errors: readonly string[]
let companyId = ''
let submissionId = ''
const caseOf = (kind: string) =>
  casesIn(whole.sandbox.world.journal)
    .all()
    .find((one) => one.kind === kind && one.creditCode === COMPANY.creditCode)
const smsLike = (words: RegExp) =>
  receivedBy(whole.sandbox, COMPANY.phone).filter(({ channel, text }) => channel === 'sms' && words.test(text))
const slots = () => `pages/papers/slots/index?company=${companyId}&id=${submissionId}`
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
  beforeEach(() => onTestFailed(() => keepPicture(surface.page, 'j-failed')))

  it('signs in and registers a company', async () => {
    const { page } = surface
    await surface.goTo('pages/cases/index')
    await page.getByRole('button', { name: '用手机号登录' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await keepPicture(page, 'j-01-login')
    await signInOn(surface, whole.sandbox, COMPANY.phone)
    await page.getByRole('button', { name: '登记公司' }).waitFor()
    await keepPicture(page, 'j-02-no-company')
    await page.getByRole('button', { name: '登记公司' }).click()
    await page.getByRole('textbox', { name: '统一社会信用代码' }).fill(COMPANY.creditCode)
    await page.getByRole('textbox', { name: '公司名称' }).fill(COMPANY.name)
    await surface.chooseRegion(surface.main(), ['湖南省', '长沙市', '岳麓区'])
    await page.waitForTimeout(600)
    await keepPicture(page, 'j-03-new-company')
    await page.getByRole('button', { name: '登记这家公司' }).click()
    await page.getByRole('heading', { name: COMPANY.name }).waitFor()
    companyId = /company=([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    expect(companyId).not.toBe('')
    expect(errors).toEqual([])
  })

  it('fills in the profile of the company, which is saved as one types', async () => {
    const { page } = surface
    for (const [section, fields] of Object.entries(PROFILE)) {
      await surface.goTo(`pages/company/profile/index?company=${companyId}&section=${section}`)
      await page.reload()
      await page.getByRole('heading', { name: COMPANY.name }).waitFor()
      if (section === 'money') await page.getByRole('button', { name: '加一个股东' }).click()
      for (const [label, value] of Object.entries(fields)) await fillField(surface, label, value)
      await page
        .getByText(/已保存/)
        .first()
        .waitFor()
      await keepPicture(page, `j-06-profile-${section}`)
    }
    expect(errors).toEqual([])
  })

  it('registers on the platform, and the city and the province pass it', async () => {
    const { page } = surface
    await surface.goTo(`pages/company/registration/index?company=${companyId}`)
    await page.getByText('要送去的资料都齐了').waitFor()
    await keepPicture(page, 'j-07-registration')
    await surface.tick(surface.main(), /同意/)
    await surface.tick(surface.main(), '我承诺送去的资料真实、准确')
    await page.getByRole('button', { name: '送去注册' }).click()
    await expect.poll(() => caseOf('registration')?.state, { timeout: 15_000 }).toBe('city_review')
    await decideAt(whole.sandbox, 'city-industry', caseOf('registration')?.id ?? '', 'city-pass')
    await decideAt(whole.sandbox, 'province', caseOf('registration')?.id ?? '', 'province-pass')
    await expect.poll(() => smsLike(/注册/).length, { timeout: 15_000 }).toBeGreaterThan(0)
    await page.reload()
    await page.getByRole('button', { name: '注册好了，去办备案和申请' }).waitFor()
    await keepPicture(page, 'j-08-registered')
  })

  it('begins a filing, and the form knows what the profile says', async () => {
    const { page } = surface
    await page.getByRole('button', { name: '注册好了，去办备案和申请' }).click()
    await page.getByRole('button', { name: '开始办理' }).click()
    await page.getByText('备案一份算力合同').waitFor()
    await keepPicture(page, 'j-09-new')
    await page.getByRole('link', { name: /备案一份算力合同/ }).click()
    await page.getByText('附件2 算力使用备案表').waitFor()
    await keepPicture(page, 'j-10-filing')
    await page.getByText('附件2 算力使用备案表').click()
    await page.getByRole('textbox', { name: '单位名称' }).waitFor()
    await keepPicture(page, 'j-11-filing-form')
    expect(await page.getByRole('textbox', { name: '单位名称' }).inputValue()).toBe(COMPANY.name)
    expect(errors).toEqual([])
  })

  it('photographs the contract, which is read, and confirms what was read', async () => {
    const { page } = surface
    submissionId = /[?&]id=([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    await surface.goTo(`pages/papers/slots/index?company=${companyId}&id=${submissionId}`)
    await page.getByRole('heading', { name: '算力购买合同（盖双方公章）' }).waitFor()
    const pages = await drawContract(CONTRACT)
    await putIntoSlot(
      surface,
      '算力购买合同（盖双方公章）',
      pages.map(({ bytes, mediaType }, index) => ({ name: `合同${index + 1}.jpg`, mimeType: mediaType, bytes })),
    )
    await keepPicture(page, 'j-12-slots')
    await surface.main().getByText('读好了').first().waitFor({ timeout: 60_000 })
    await page.reload()
    await surface.main().getByText('读好了').first().waitFor()
    await surface.main().getByText('读好了').first().click()
    await page.getByRole('button', { name: '上面这些都没错' }).waitFor()
    await keepPicture(page, 'j-13-contract')
    await page.getByRole('button', { name: '上面这些都没错' }).click()
    await page.getByText('都核对好了').waitFor()
  })

  it('fills in what the form still lacks, adds the stamped print, checks up and submits', async () => {
    const { page } = surface
    const form = `pages/submission/form/index?company=${companyId}&id=${submissionId}&form=filing`
    await surface.goTo(form)
    await page.getByRole('textbox', { name: '单位名称' }).waitFor()
    await surface.tick(surface.main(), '智能制造')
    await surface.tick(surface.main(), '人工智能模型训练推理')
    await page
      .getByText(/已保存/)
      .first()
      .waitFor()
    await keepPicture(page, 'j-14-filing-form')
    await fillField(surface, '合同编号', CONTRACT.number)
    await fillField(surface, '芯片型号', CONTRACT.chip)
    await fillField(surface, '算力中心地址', PROVIDER.site)
    await page.getByText('这张表填好了').waitFor()
    await page
      .getByText(/已保存/)
      .first()
      .waitFor()
    await surface.goTo(slots())
    await putIntoSlot(surface, '算力使用备案表（附件2，盖章）', [await stampedPage(21)])
    await page.getByText('读好了').nth(1).waitFor({ timeout: 60_000 })
    await keepPicture(page, 'j-15-slots')
    await checkUpAndSubmit(surface, companyId, submissionId, 'j-16-check-up')
    await keepPicture(page, 'j-17-progress')
    await expect.poll(() => caseOf('filing')?.state, { timeout: 30_000 }).toBe('submitted')
    await decideAt(whole.sandbox, 'city-industry', caseOf('filing')?.id ?? '', 'accept')
    await expect.poll(() => smsLike(/备案/).length, { timeout: 15_000 }).toBeGreaterThan(0)
    await page.getByRole('button', { name: '看看有没有新进展' }).click()
    await page
      .getByRole('heading', { name: /备案|已受理|受理/ })
      .first()
      .waitFor()
    await keepPicture(page, 'j-18-filed')
    console.log(await surface.main().textContent())
  })
})
