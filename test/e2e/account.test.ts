import { checkCharacter } from '@suanhui/shared/credit-code'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { casesIn } from '../sandbox/platforms/case'
import { errorsOf, keepPicture, newPhone } from './browser'
import { codeOn, receivedBy } from './client'
import { decideAt } from './desk'
import { settled } from './settled'
import { write } from './typing'
import { violations } from './violations'
import { wholeAndBrowser } from './whole-browser'

/** Fictitious. */
const first17 = '91430104MA0TEXT2X'
const CODE = first17 + checkCharacter(first17)
const MISCOPIED = first17 + (checkCharacter(first17) === '0' ? '1' : '0')
const NAME = '长沙测试账户科技有限公司'
const OWNER = '13900000001'
const AGENT = '13900000002'

type Typed = readonly (readonly [string, string])[]

/** What 附件1 asks of a company, part by part: boxes to write in and choices to make, by their names. */
const PARTS: readonly { readonly part: RegExp; readonly typed: Typed; readonly chosen: Typed }[] = [
  {
    part: /^公司/,
    typed: [
      ['注册地址', '长沙市岳麓区测试路1号'],
      ['经营范围', '软件开发，人工智能应用'],
      ['单位简介', '测试公司成立于2020年，做人工智能客服，以后打算做行业大模型。'],
    ],
    chosen: [['是否属于中小企业', '是']],
  },
  {
    part: /^法定代表人/,
    typed: [
      ['法人代表姓名', '测试甲'],
      ['法人代表证件号', '11010519491231002X'],
      ['法人代表职务', '总经理'],
      ['法人代表电话', '13900000001'],
    ],
    chosen: [
      ['法人代表性别', '男'],
      ['法人代表证件种类', '身份证'],
    ],
  },
  {
    part: /^联系人/,
    typed: [
      ['联系人姓名', '测试乙'],
      ['联系人证件号', '11010519491231002X'],
      ['联系人职务', '会计'],
      ['联系人电话', '13900000002'],
    ],
    chosen: [
      ['联系人性别', '女'],
      ['联系人证件种类', '身份证'],
    ],
  },
  {
    part: /^收入和股东/,
    typed: [
      ['上年营业收入（万元）', '1200'],
      ['本年营业收入（万元，截止申报当月）', '1500.5'],
    ],
    chosen: [],
  },
]

const { whole, browser, url } = wholeAndBrowser()
let owner: Page
let ownerErrors: readonly string[]
let companyId: string

async function newPage(): Promise<Page> {
  const page = await (await newPhone(browser())).newPage()
  page.setDefaultTimeout(10_000)
  return page
}

beforeAll(async () => {
  owner = await newPage()
  ownerErrors = errorsOf(owner)
})

/** Pages below the one in front stay in the document. */
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).filter({ visible: true })
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true }).filter({ visible: true })
const text = (page: Page, words: string | RegExp) => page.getByText(words).filter({ visible: true }).first()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).filter({ visible: true })

const open = (page: Page, address: string) => page.goto(`${url()}/#/pages/${address}`)

async function signIn(page: Page, phone: string): Promise<void> {
  const seen = receivedBy(whole().sandbox, phone).length
  await button(page, '用手机号登录').click()
  await write(box(page, '手机号'), phone)
  await button(page, '发验证码').click()
  await write(box(page, '验证码'), await codeOn(whole().sandbox, phone, seen))
  await page.getByLabel(/我已看过并同意/).check()
  await button(page, /^登录$/).click()
}

async function fillPart({ part, typed, chosen }: (typeof PARTS)[number]): Promise<void> {
  await button(owner, part).click()
  for (const [name, words] of typed) await write(box(owner, name), words)
  for (const [name, choice] of chosen)
    await owner.getByLabel(name, { exact: true }).getByLabel(choice, { exact: true }).filter({ visible: true }).check()
  await keepPicture(owner, `account-3-profile-${PARTS.findIndex((one) => one.part === part)}`)
}

/** Names that radios of two groups share: the browser takes them for one, and the second answer undoes the first. */
const groupsSharing = (): string[] => {
  const groups = new Map<string, Set<Element | null>>()
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[type=radio]'))
    groups.set(radio.name, (groups.get(radio.name) ?? new Set()).add(radio.closest('fieldset')))
  return [...groups].flatMap(([name, group]) => (group.size > 1 ? [name] : []))
}

/** As Taro keeps a text on the web. */
const kept = (value: unknown): string => JSON.stringify({ data: JSON.stringify(value) })

/** Every page of the account, by the company that was registered. */
function pages(): readonly (readonly [string, string])[] {
  return [
    ['start', 'start/index'],
    ['cases', 'cases/index'],
    ['messages', 'messages/index'],
    ['me', 'me/index'],
    ['new', 'company/new/index'],
    ['profile', `company/profile/index?company=${companyId}&section=money`],
    ['registration', `company/registration/index?company=${companyId}`],
    ['facts', `company/facts/index?company=${companyId}`],
    ['members', `company/members/index?company=${companyId}`],
    ['choices', 'account/notifications/index'],
    ['privacy', 'account/privacy/index'],
  ]
}

const caseOfCompany = () =>
  casesIn(whole().sandbox.world.journal)
    .all()
    .find((one) => one.creditCode === CODE)

describe('an owner on H5', () => {
  beforeEach(() => onTestFailed(() => keepPicture(owner, 'account-failed')))

  it('opens the cases signed out, signs in, comes back to them, and is told to register the company', async () => {
    await open(owner, 'cases/index')
    await signIn(owner, OWNER)
    await heading(owner, '先登记公司').waitFor()
    await keepPicture(owner, 'account-1-no-company')
    await button(owner, '登记公司').click()
    await heading(owner, '登记公司').waitFor()
  })

  it('is not asked again for the district that was answered to the matcher', async () => {
    const answered = { format: 1, answers: { 'company.region': '430104' } }
    await owner.evaluate((answers) => localStorage.setItem('answers', answers), kept(answered))
    await owner.reload()
    const districts = owner.getByRole('combobox').filter({ visible: true })
    await expect.poll(() => districts.last().inputValue()).toBe('430104')
  })

  it('is asked to look again where the check digit is wrong, and loses nothing', async () => {
    await write(box(owner, '统一社会信用代码'), MISCOPIED)
    await text(owner, '最后一位对不上').waitFor()
    await write(box(owner, '公司名称'), NAME)
    await button(owner, '登记这家公司').click()
    await text(owner, '请先对照营业执照看一遍').waitFor()
    await text(owner, '上面有1处要填好').waitFor()
    await keepPicture(owner, 'account-2-new-company')
    await owner.reload()
    await expect.poll(() => box(owner, '公司名称').inputValue()).toBe(NAME)
    await write(box(owner, '统一社会信用代码'), CODE)
    await button(owner, '登记这家公司').click()
    await heading(owner, NAME).waitFor()
    companyId = /company=([0-9a-f-]+)/.exec(owner.url())?.[1] ?? ''
  })

  it('sees what the registration still lacks, each part leading to its place', async () => {
    await button(owner, '去平台注册').click()
    await text(owner, /还差\d+项，填好才能送去/).waitFor()
    await keepPicture(owner, 'account-4-registration-missing')
    await link(owner, /^法定代表人/).click()
    await box(owner, '法人代表姓名').waitFor()
    await button(owner, /^法定代表人/).click()
  })

  it('fills in the profile, which saves itself', async () => {
    const [first, ...others] = PARTS
    if (first !== undefined) await fillPart(first)
    await button(owner, '和注册地址一样').click()
    await expect.poll(() => box(owner, '办公地址').inputValue()).toBe('长沙市岳麓区测试路1号')
    for (const part of others) await fillPart(part)
    await button(owner, '加一个股东').click()
    await write(box(owner, '股东名称'), '测试甲')
    await write(box(owner, '所占股权比例（%）'), '100')
    await button(owner, /^公司/).click()
    await owner.locator('input[type=date]').filter({ visible: true }).first().fill('2020-05-20')
    await text(owner, /已保存 \d\d:\d\d/).waitFor()
    await expect.poll(async () => await button(owner, /^法定代表人/).textContent()).toContain('填好了')
    expect(await owner.evaluate(groupsSharing)).toEqual([])
    // The address names the part that lies open.
    await owner.reload()
    await expect.poll(() => box(owner, '法人代表职务').inputValue()).toBe('总经理')
  })

  it('sends the registration, which the city and the province pass', async () => {
    await button(owner, '去平台注册').click()
    await text(owner, '要送去的资料').waitFor()
    await keepPicture(owner, 'account-5-registration-ready')
    await button(owner, '送去注册').click()
    await text(owner, '请先看一遍资料').waitFor()
    await owner
      .getByLabel(/^我同意把公司资料/)
      .filter({ visible: true })
      .check()
    await owner.getByLabel('我承诺送去的资料真实、准确').filter({ visible: true }).check()
    await button(owner, '送去注册').click()
    await expect.poll(() => caseOfCompany()?.form).toMatchObject({ legalName: '测试甲', shareholders: '测试甲，100' })
    await decideAt(whole().sandbox, 'city-industry', caseOfCompany()?.id ?? '', 'city-pass')
    await decideAt(whole().sandbox, 'province', caseOfCompany()?.id ?? '', 'province-pass')
    await expect
      .poll(
        async () => {
          await button(owner, '看看有没有新进展').click()
          return button(owner, '注册好了，去办备案和申请').count()
        },
        { timeout: 30_000 },
      )
      .toBe(1)
    await keepPicture(owner, 'account-6-registered')
  })

  it('finds the news in the inbox, once, and the badge on the tab', async () => {
    await button(owner, '注册好了，去办备案和申请').click()
    await link(owner, /消息，\d+条没看/).waitFor()
    await keepPicture(owner, 'account-7-cases')
    await link(owner, /^消息/).click()
    await text(owner, /\d+条没看/).waitFor()
    await keepPicture(owner, 'account-8-messages')
    const news = link(owner, /平台注册|审核|通过/).first()
    await news.click()
    await heading(owner, '平台注册').waitFor()
  })

  it('comes by a message of WeChat, signed in or not, to where it leads', async () => {
    await open(owner, 'messages/index')
    // What is asked before the reload is gone with it.
    await settled(owner)
    const [read] = await Promise.all([
      owner.waitForResponse((response) => /\/v1\/me\/messages$/.test(response.url())),
      owner.reload(),
    ])
    const { messages } = await read.json()
    await open(owner, `messages/index?open=${messages[0].id}`)
    await heading(owner, '平台注册').waitFor()
    const stranger = await newPage()
    await open(stranger, `messages/index?open=${messages[0].id}`)
    await button(stranger, '用手机号登录').waitFor()
    await stranger.context().close()
  })

  it.each([
    ['registration', '13900000003'],
    ['profile', '13900000004'],
  ])('opens a link of a text message signed out, and is there after signing in: %s', async (place, phone) => {
    const stranger = await newPage()
    await open(stranger, `company/${place}/index?company=${companyId}`)
    const asked = stranger.waitForRequest((request) => request.url().includes(`/v1/companies/${companyId}`))
    await signIn(stranger, phone)
    await asked
    await stranger.context().close()
  })

  it('invites a colleague, who comes by the link, signs in and joins', async () => {
    await open(owner, 'me/index')
    await link(owner, /^公司成员/).waitFor()
    await keepPicture(owner, 'account-9-me')
    await link(owner, /^公司成员/).click()
    await owner.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button(owner, '做一个邀请').click()
    await button(owner, '发给他').click()
    const address = await owner.evaluate(() => navigator.clipboard.readText())
    await keepPicture(owner, 'account-10-members')
    const colleague = await newPage()
    await colleague.goto(address)
    await signIn(colleague, AGENT)
    await heading(colleague, `${NAME}请您加入`).waitFor()
    await keepPicture(colleague, 'account-11-invitation')
    expect(colleague.url()).not.toContain(new URL(address).hash.split('token=')[1])
    await button(colleague, '加入').click()
    await button(colleague, NAME).waitFor()
    await colleague.context().close()
  })

  it('chooses how to be told, and sees what was agreed to', async () => {
    await open(owner, 'account/notifications/index')
    await heading(owner, '告诉您哪些事').waitFor()
    await keepPicture(owner, 'account-12-choices')
    await open(owner, 'account/privacy/index')
    await heading(owner, '您同意过的事').waitFor()
    await keepPicture(owner, 'account-13-privacy')
    const download = owner.waitForEvent('download')
    await button(owner, '导出我的资料').click()
    expect((await download).suggestedFilename()).toMatch(/算惠通-我的资料-.*\.json/)
  })

  it.each(['normal', 'elder', 'dark'] as const)('in %s mode no page keeps anyone out', async (mode) => {
    await owner.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
    await owner.evaluate((elder) => localStorage.setItem('preferences', elder), kept({ elder: mode === 'elder' }))
    const found: string[] = []
    for (const [name, address] of pages()) {
      await open(owner, address)
      await owner.reload()
      await owner.getByRole('heading').or(link(owner, '首页')).filter({ visible: true }).first().waitFor()
      await expect
        .poll(() => owner.getByRole('status', { name: '正在读取' }).filter({ visible: true }).count(), {
          timeout: 15_000,
        })
        .toBe(0)
      await settled(owner)
      await keepPicture(owner, `account-${mode}-${name}`)
      for (const violation of await violations(owner)) found.push(`${name}: ${violation}`)
    }
    expect(found).toEqual([])
  })

  it('signs out, and nothing of the company stays on the phone', async () => {
    await open(owner, 'me/index')
    await button(owner, '退出登录').click()
    await button(owner, '用手机号登录').waitFor()
    expect(await owner.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/draft:|mine:/)
    expect(await owner.locator('body').textContent()).not.toContain(NAME)
    expect(ownerErrors).toEqual([])
  })
})
