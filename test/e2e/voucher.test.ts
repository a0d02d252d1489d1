import { beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { casesIn } from '../sandbox/platforms/case'
import { errorsOf, keepPicture } from './browser'
import { agreeToSharing, type Client, receivedBy } from './client'
import { decideAt } from './desk'
import { settled, watchRequests } from './settled'
import { enter, type KeptSession, phoneOf } from './signed-in'
import { checkUpAndSubmit, fillField, putIntoSlot } from './steps'
import { h5Surface, type Surface } from './surface'
import { COMPANY, CONTRACT, contractFile, redemptionPapers, SITE } from './voucher-data'
import { wholeAndBrowser } from './whole-browser'

const { whole, browser, url } = wholeAndBrowser()
let surface: Surface
let elder: Surface
let errors: readonly string[]
let client: Client
let companyId = ''
let submissionId = ''

const VALID_UNTIL = '2099-12-20'
const caseOf = () =>
  casesIn(whole().sandbox.world.journal)
    .all()
    .find((one) => one.kind === 'voucher' && one.creditCode === COMPANY.creditCode)
const smsLike = (words: RegExp) =>
  receivedBy(whole().sandbox, COMPANY.phone).filter(({ channel, text }) => channel === 'sms' && words.test(text))
const inbox = async (): Promise<readonly { readonly title: string; readonly text: string }[]> =>
  (await client.ask('GET', '/v1/me/messages')).body.messages
const of = () => `company=${companyId}&id=${submissionId}`
const slots = () => `pages/papers/slots/index?${of()}`

/** A paper whose text is in the file is read for certain, and there is nothing to confirm. */
async function allRead(count: number): Promise<void> {
  await surface.goTo(slots())
  await expect
    .poll(
      async () => {
        await surface.page.reload()
        await settled(surface.page)
        return surface.main().getByText('读好了').count()
      },
      { timeout: 60_000 },
    )
    .toBe(count)
}

async function seen(name: string, address: string): Promise<void> {
  await surface.goTo(address)
  await surface.page.reload()
  await settled(surface.page)
  await keepPicture(surface.page, name)
  await elder.goTo(address)
  await elder.page.reload()
  await settled(elder.page)
  await keepPicture(elder.page, `${name}-elder`)
}

beforeEach(() => onTestFailed(() => keepPicture(surface.page, 'v-failed')))

describe("Shanxi's voucher on H5", () => {
  it('somebody of a company in Shanxi is signed in', async () => {
    const entered = await enter(whole().sandbox, url(), COMPANY.phone)
    client = entered.client
    await agreeToSharing(client)
    const { body } = await client.ask('POST', '/v1/companies', {
      creditCode: COMPANY.creditCode,
      name: COMPANY.name,
      region: '140105',
    })
    companyId = body.id
    const open = async (session: KeptSession, options: { readonly elder?: boolean } = {}): Promise<Surface> => {
      const page = await (await phoneOf(browser(), 'h5', session, options)).newPage()
      page.setDefaultTimeout(20_000)
      await watchRequests(page)
      return h5Surface(page, url())
    }
    surface = await open(entered.session)
    elder = await open(entered.session, { elder: true })
    errors = errorsOf(surface.page)
    expect(companyId).not.toBe('')
  })

  it('is reached from the measure, and from the list of cases', async () => {
    const { page } = surface
    await surface.goTo('pages/matcher/measure/index?id=sx-2024-35%2Fcompute-voucher')
    await page.getByRole('button', { name: '去申领这张券' }).waitFor()
    await seen('v-01-measure', 'pages/matcher/measure/index?id=sx-2024-35%2Fcompute-voucher')
    await page.getByRole('button', { name: '去申领这张券' }).click()
    await page.getByRole('link', { name: /申领山西算力券/ }).waitFor()
    await surface.goTo('pages/cases/index')
    await page.getByRole('button', { name: '开始办理' }).click()
    await page.getByRole('link', { name: /申领山西算力券/ }).waitFor()
    await seen('v-02-new', `pages/submission/new/index?company=${companyId}&paper=`)
    await page.getByRole('link', { name: /申领山西算力券/ }).click()
    await page.getByText('申领信息').first().waitFor()
    submissionId = /[?&]id=([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
    expect(submissionId).not.toBe('')
  })

  it('reads the contract, works out the sum by the rate, checks up and submits', async () => {
    const { page } = surface
    await surface.goTo(slots())
    await putIntoSlot(surface, '算力服务合同（盖双方公章）', [await contractFile()])
    await allRead(1)
    const form = `pages/submission/form/index?${of()}&form=claim`
    await surface.goTo(form)
    await page.reload()
    await page.getByRole('textbox', { name: '单位名称' }).waitFor()
    await page.getByRole('button', { name: '去填下一处' }).click()
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('企业')
    const fields: Readonly<Record<string, string>> = {
      单位类型: '企业',
      联系人姓名: '测试丙',
      联系人联系电话: '13800000021',
      合同编号: CONTRACT.number,
      算力中心地址: SITE,
      算力用途: '训练煤矿安全检测模型。',
      是否牵头参与国家级重大项目: '否',
      是否开展大模型研发: '否',
      这件事有没有拿过其他省级财政资金: '否',
    }
    for (const [label, value] of Object.entries(fields)) await fillField(surface, label, value)
    await page
      .getByText(/已保存/)
      .first()
      .waitFor()
    await page.reload()
    await page.getByText('这张表填好了').waitFor()
    expect(await page.getByRole('textbox', { name: '申领金额（万元）' }).inputValue()).toBe('8')
    await seen('v-03-form', form)
    await seen('v-04-overview', `pages/submission/overview/index?${of()}`)
    await checkUpAndSubmit(surface, companyId, submissionId, 'v-05-check-up')
    await expect.poll(() => caseOf()?.state, { timeout: 60_000 }).toBe('claimed')
    expect(caseOf()?.requestedFen).toBe(8_000_000)
    await expect.poll(() => smsLike(/算力券/).length, { timeout: 30_000 }).toBeGreaterThan(0)
  })

  it('issued at the desk, it waits to be redeemed, and is told of', async () => {
    const { page } = surface
    await decideAt(whole().sandbox, 'shanxi', caseOf()?.id ?? '', 'issue', { validUntil: VALID_UNTIL })
    const issued = () => inbox().then((all) => all.filter(({ text }) => text.includes('已经发到公司名下')))
    await expect.poll(async () => (await issued()).length, { timeout: 30_000 }).toBe(1)
    await expect.poll(() => smsLike(/算力券.*(办好|办理|已发放)/).length, { timeout: 30_000 }).toBeGreaterThan(0)
    await seen('v-06-cases', 'pages/cases/index')
    await page.getByText('算力券发下来了，请来兑付').click()
    await page.getByText('算力券 8万元').waitFor()
    await page.getByText(/最晚2099年12月20日来兑付/).waitFor()
    await seen('v-07-issued', `pages/submission/overview/index?${of()}`)
    await seen('v-08-progress', `pages/submission/progress/index?${of()}`)
    await page.getByRole('button', { name: '去兑付' }).click()
    await page.getByText('兑付信息').waitFor()
  })

  it('is redeemed with invoice and payment', async () => {
    const { page } = surface
    await surface.goTo(slots())
    for (const [slot, file] of await redemptionPapers()) await putIntoSlot(surface, slot, [file])
    await allRead(3)
    const form = `pages/submission/form/index?${of()}&form=redemption`
    await surface.goTo(form)
    await page.reload()
    await page.getByRole('textbox', { name: '单位名称' }).waitFor()
    await fillField(surface, '基本户开户行', '测试银行太原测试支行')
    await fillField(surface, '账号', '6222000000000000000')
    await fillField(surface, '算力使用情况', '十一月训练煤矿安全检测模型，用了三百卡时。')
    await page
      .getByText(/已保存/)
      .first()
      .waitFor()
    await page.reload()
    await page.getByText('这张表填好了').waitFor()
    expect(await page.getByRole('textbox', { name: '已经结算的算力费用（万元）' }).inputValue()).toBe('40')
    await seen('v-09-redemption', form)
    await checkUpAndSubmit(surface, companyId, submissionId, 'v-10-check-up')
    await expect.poll(() => caseOf()?.passedBy, { timeout: 60_000 }).toContain('redemption')
    await decideAt(whole().sandbox, 'shanxi', caseOf()?.id ?? '', 'redeem')
    await expect.poll(() => smsLike(/算力券.*已兑付/).length, { timeout: 30_000 }).toBeGreaterThan(0)
  })

  it('every step stands in the timeline, and lies in the inbox once', async () => {
    const { page } = surface
    await seen('v-11-redeemed', `pages/submission/progress/index?${of()}`)
    for (const step of ['申领算力券', '已申领', '已发放', '申请兑付', '已兑付'])
      await page.getByText(step, { exact: true }).first().waitFor()
    const texts = (await inbox()).map(({ text }) => text)
    for (const words of ['已经收到申领', '已经发到公司名下', '已经兑付'])
      expect(texts.filter((text) => text.includes(words))).toHaveLength(1)
    await seen('v-12-messages', 'pages/messages/index')
    expect(errors).toEqual([])
  })
})
