import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { COMPANIES } from '../sandbox/seeds/companies'
import { keepPicture } from './browser'
import { companyOf, type Entered, enter, phoneOf } from './signed-in'
import { violations } from './violations'
import { wholeAndBrowser } from './whole-browser'

/** Fictitious. */
const NAME = '长沙测试权利科技有限公司'
const OWNER = '13900000011'
const COLLEAGUE = '13900000012'

const { whole, browser, url } = wholeAndBrowser()
let owner: Entered
let colleague: Entered
let companyId: string
let page: Page
let other: Page

async function pageOf({ session }: Entered): Promise<Page> {
  const context = await phoneOf(browser(), 'h5', session)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const made = await context.newPage()
  made.setDefaultTimeout(10_000)
  return made
}

/** Pages below the one in front stay in the document. */
const button = (on: Page, name: string | RegExp) => on.getByRole('button', { name }).filter({ visible: true })
const text = (on: Page, words: string | RegExp) => on.getByText(words).filter({ visible: true }).first()
async function open(on: Page, address: string): Promise<void> {
  await on.goto(`${url()}/#/pages/${address}`)
  await on.reload()
}

describe('the people of a company on H5', () => {
  const members = () => open(page, `company/members/index?company=${companyId}`)
  const roles = async (): Promise<readonly string[]> => {
    const { body } = await owner.client.ask('GET', `/v1/companies/${companyId}/members`)
    return body.members.map(({ role }: { role: string }) => role)
  }

  it('sign in, one of them with a company', async () => {
    owner = await enter(whole().sandbox, url(), OWNER)
    colleague = await enter(whole().sandbox, url(), COLLEAGUE)
    companyId = await companyOf(owner.client, '91430104MA0TEXT3X', NAME)
    page = await pageOf(owner)
    other = await pageOf(colleague)
  })

  it('an invitation that was sent out is listed, and can be taken back', async () => {
    await members()
    await button(page, '做一个邀请').click()
    await button(page, '发给他').click()
    const address = await page.evaluate(() => navigator.clipboard.readText())
    await text(page, '等人接受').waitFor()
    await keepPicture(page, 'rights-1-invitation-open')
    await button(page, '收回这份邀请').click()
    await keepPicture(page, 'rights-2-take-back')
    await button(page, '确定').click()
    await button(page, /^用过的、收回的、过期的（1份）/).click()
    await text(page, '收回了').waitFor()
    await keepPicture(page, 'rights-3-taken-back')
    expect(await violations(page)).toEqual([])
    await other.goto(address)
    await text(other, '没有这份邀请').waitFor()
  })

  it('a second person accepts one, is made an owner and an agent again, and is asked to leave', async () => {
    await members()
    await button(page, '做一个邀请').click()
    await button(page, '发给他').click()
    // The page takes the token out of the address, so what is read anew has to come from elsewhere.
    await other.goto('about:blank')
    await other.goto(await page.evaluate(() => navigator.clipboard.readText()))
    await button(other, '加入').click()
    await expect.poll(roles).toEqual(['owner', 'agent'])
    await members()
    await button(page, '请他做负责人').click()
    await expect.poll(roles).toEqual(['owner', 'owner'])
    await button(page, '改成经办人').click()
    await expect.poll(roles).toEqual(['owner', 'agent'])
    await keepPicture(page, 'rights-4-members')
    await button(page, '请他离开').click()
    await button(page, '确定').click()
    await expect.poll(roles).toEqual(['owner'])
    expect((await colleague.client.ask('GET', `/v1/companies/${companyId}`)).status).toBe(404)
  })
})

describe('consents on H5', () => {
  const standing = async (purpose: string) => {
    const { body } = await owner.client.ask('GET', '/v1/me/consents')
    return body.consents.find((one: { purpose: string }) => one.purpose === purpose)?.given
  }
  const card = (title: string) =>
    page
      .locator('*')
      .filter({ hasText: title })
      .filter({ has: page.getByRole('button') })
      .filter({ visible: true })
      .last()

  it('the one given by signing in is shown with its wording; one taken back says what that means', async () => {
    await open(page, 'account/privacy/index')
    await text(page, /同意（2026-11-21版）/).waitFor()
    await card('给我发通知').getByRole('button', { name: '收回' }).click()
    await text(page, /现在不发短信和微信了，只在“消息”里告诉您/).waitFor()
    expect(await standing('notifications')).toBe(false)
    await card('把材料交给政府平台').getByRole('button', { name: '同意' }).click()
    await expect.poll(() => standing('sharing_with_platform')).toBe(true)
    await card('把材料交给政府平台').getByRole('button', { name: '收回' }).click()
    await text(page, /已经交上去的还在平台那里/).waitFor()
    await keepPicture(page, 'rights-5-consents')
    expect(await violations(page)).toEqual([])
    await open(page, 'account/notifications/index')
    await text(page, /您收回了“给我发通知”的同意/).waitFor()
    await keepPicture(page, 'rights-6-choices')
  })

  it('is asked for when something is submitted first, and then it goes without another press', async () => {
    const root = `/v1/companies/${companyId}/submissions`
    const { id } = (await owner.client.ask('POST', root, { step: 'filing' })).body
    // The papers are left out: the check-up answers that all is there, and the first submit as the server would.
    await page.route(`**${root}/${id}/check-up`, async (route) => {
      const answer = await (await route.fetch()).json()
      await route.fulfill({ json: { ...answer, ready: true, fields: [], slots: [], findings: [] } })
    })
    const sent: number[] = []
    await page.route(`**${root}/${id}/submit`, async (route) => {
      const agreed = await standing('sharing_with_platform')
      sent.push(agreed === true ? 202 : 403)
      const error = { code: 'CONSENT_NEEDED', message: '还没有交上去：要先请您同意', requestId: 'test' }
      if (agreed !== true) return route.fulfill({ status: 403, json: { error } })
      await route.fulfill({ status: 202, json: (await owner.client.ask('GET', `${root}/${id}`)).body })
    })
    await open(page, `submission/check-up/index?company=${companyId}&id=${id}`)
    await button(page, '提交').click()
    await text(page, '交上去以前，要您同意').waitFor()
    await keepPicture(page, 'rights-7-sharing')
    expect(await violations(page)).toEqual([])
    await button(page, '先不交').click()
    expect(await standing('sharing_with_platform')).toBe(false)
    await button(page, '提交').click()
    await button(page, '同意，交上去').click()
    await page.getByRole('heading', { name: '进度' }).filter({ visible: true }).waitFor()
    expect(sent).toEqual([403, 403, 202])
    expect(await standing('sharing_with_platform')).toBe(true)
  })
})

describe('what is known of a company on H5', () => {
  it('is there for the matcher once the company is registered', async () => {
    const [seed] = COMPANIES
    if (seed === undefined) throw new Error('no company')
    const { creditCode, name, region } = seed
    const made = await owner.client.ask('POST', '/v1/companies', { creditCode, name, region })
    expect(made.status).toBe(201)
    await open(page, `company/facts/index?company=${made.body.id}`)
    await text(page, /登记信息，/).waitFor()
    await button(page, /^用到匹配里（\d+题）/).click()
    await text(page, /填上了\d+题/).waitFor()
    await keepPicture(page, 'rights-8-facts')
    const answers = await page.evaluate(() => JSON.stringify(localStorage))
    expect(answers).toContain('company.kind')
    await open(page, 'matcher/answers/index')
    await text(page, /企业/).waitFor()
    await keepPicture(page, 'rights-9-answers')
  })
})

describe('the end of an account on H5', () => {
  it('asks for the word, and leaves nothing of the person', async () => {
    await open(other, 'account/privacy/index')
    await other.getByRole('textbox', { name: '请写“注销”两个字' }).fill('注销')
    await keepPicture(other, 'rights-10-delete')
    await button(other, '全部删掉，注销').click()
    await expect.poll(() => other.url()).toContain('pages/start/index')
    expect((await colleague.client.ask('GET', '/v1/me')).status).toBe(401)
    expect(await other.evaluate(() => localStorage.getItem('session') ?? '')).not.toContain('refreshToken')
    await open(other, 'account/privacy/index')
    await button(other, '用手机号登录').waitFor()
  })
})
