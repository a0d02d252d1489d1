import { expect } from 'vitest'
import { decideAt } from '../desk'
import { fillField, signInOn } from '../steps'
import { changeWorld } from '../surface'
import { write } from '../typing'
import { codesFor } from '../wechat-person'
import type { Walk } from './walk'

/** From the page that asks for it: by the code of a text message, and in WeChat by its number with one press. */
export async function signIn(walk: Walk): Promise<void> {
  const { surface, page, story, whole } = walk
  await surface.goTo('pages/cases/index')
  await surface.main().getByRole('button', { name: '用手机号登录' }).click()
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
  await walk.picture('login')
  await (surface.target === 'h5' ? signInOn(surface, whole.sandbox, story.phone) : signInByWechat(walk))
  await expect
    .poll(() => surface.kept('session'), { timeout: 15_000 })
    .toMatchObject({ accessToken: expect.any(String) })
}

/** The first time on this phone: WeChat's declaration of privacy is agreed to on the way. */
async function signInByWechat({ surface, page, story, whole }: Walk): Promise<void> {
  await changeWorld(page, { ...codesFor(whole.sandbox, story.phone), privacyAgreed: false })
  await surface.tick(surface.main(), '我已看过并同意《用户协议》和《隐私政策》')
  await surface.main().getByRole('button', { name: '用微信的手机号登录' }).click()
  const sheet = surface.main().getByRole('dialog', { name: '先看一看隐私指引' })
  await sheet.getByRole('button', { name: '同意', exact: true }).click()
}

export async function registerCompany(walk: Walk): Promise<void> {
  const { surface, story } = walk
  await surface.main().getByRole('button', { name: '登记公司' }).waitFor()
  await walk.picture('no-company')
  await surface.main().getByRole('button', { name: '登记公司' }).click()
  await write(surface.main().getByRole('textbox', { name: '统一社会信用代码' }), story.creditCode)
  await write(surface.main().getByRole('textbox', { name: '公司名称' }), story.name)
  await surface.chooseRegion(surface.main(), ['湖南省', '长沙市', '岳麓区'])
  await expect.poll(() => surface.main().textContent()).toContain('岳麓区')
  await walk.picture('new-company')
  await surface.main().getByRole('button', { name: '登记这家公司' }).click()
  await surface.main().getByRole('heading', { name: story.name }).waitFor()
  await walk.note()
  expect(walk.companyId).not.toBe('')
}

export async function fillProfile(walk: Walk): Promise<void> {
  const { surface, page, story } = walk
  for (const [section, fields] of Object.entries(story.profile)) {
    await surface.goTo(`pages/company/profile/index?company=${walk.companyId}&section=${section}`)
    await surface.reopen()
    await surface.main().getByRole('heading', { name: story.name }).waitFor()
    if (section === 'money') await surface.main().getByRole('button', { name: '加一个股东' }).click()
    for (const [label, value] of Object.entries(fields)) await fillField(surface, label, value)
    await page
      .getByText(/已保存/)
      .filter({ visible: true })
      .first()
      .waitFor()
    await walk.allSaved()
    await walk.picture(`profile-${section}`)
  }
}

/** Sends the registration, which the city and the province pass. */
export async function registerOnPlatform(walk: Walk): Promise<void> {
  const { surface, whole } = walk
  await surface.goTo(`pages/company/registration/index?company=${walk.companyId}`)
  await surface.main().getByText('要送去的资料都齐了').waitFor()
  await walk.picture('registration')
  await surface.tick(surface.main(), /同意/)
  await surface.tick(surface.main(), '我承诺送去的资料真实、准确')
  await surface.main().getByRole('button', { name: '送去注册' }).click()
  const id = await walk.reaches('registration', 'city_review')
  await decideAt(whole.sandbox, 'city-industry', id, 'city-pass')
  await decideAt(whole.sandbox, 'province', id, 'province-pass')
  await walk.hears(/注册/)
  await expect
    .poll(
      async () => {
        await surface.reopen()
        const done = surface.main().getByRole('button', { name: '注册好了，去办备案和申请' })
        return done.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        )
      },
      { timeout: 60_000 },
    )
    .toBe(true)
  await walk.picture('registered')
}
