import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Sandbox } from '../sandbox/sandbox'
import { keepPicture } from './browser'
import { type Client, codeOn, receivedBy } from './client'
import type { HandedFile, Surface } from './surface'
import { write } from './typing'

/** Signs in from any page that asks for it, with the code from the sandbox's phone. */
export async function signInOn(surface: Surface, sandbox: Sandbox, phone: string): Promise<void> {
  const { page } = surface
  const seen = receivedBy(sandbox, phone).length
  await write(page.getByRole('textbox', { name: '手机号' }), phone)
  await page.getByRole('button', { name: '发验证码' }).click()
  await write(page.getByRole('textbox', { name: '验证码' }), await codeOn(sandbox, phone, seen))
  await surface.tick(surface.main(), '我已看过并同意《用户协议》和《隐私政策》')
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Fills in a line of text by its label. */
export const fill = (surface: Surface, label: string | RegExp, text: string): Promise<void> =>
  write(
    surface
      .main()
      .getByRole('textbox', { name: label, exact: typeof label === 'string' })
      .first(),
    text,
  )

/** Fills in a field of a form, whichever way it is filled in: a line, a choice or a date. */
export async function fillField(surface: Surface, label: string, value: string): Promise<void> {
  const main = surface.main()
  const group = main.getByRole('radiogroup', { name: label, exact: true })
  if ((await group.count()) > 0) return surface.tick(group.first(), value)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return surface.chooseDate(main, label, value)
  await write(main.getByRole('textbox', { name: label, exact: true }).first(), value)
}

const cardOf = ({ cards, page }: Surface, slot: string): Locator =>
  cards().filter({ has: page.getByRole('heading', { name: slot, exact: true }) })

/** Puts files into a slot of a submission and waits until they have arrived. */
export async function putIntoSlot(surface: Surface, slot: string, files: readonly HandedFile[]): Promise<void> {
  const card = cardOf(surface, slot)
  await card.getByRole('button', { name: '放材料进来' }).click()
  const way = files.some((file) => !file.mimeType.startsWith('image/')) ? '选文件' : '从相册选'
  await surface.hand(surface.main().getByRole('button', { name: way }), files)
  if (files.length > 1) await surface.main().getByRole('button', { name: '是同一份材料，按顺序排' }).click()
  await card.getByText(/放了\d份/).waitFor({ timeout: 60_000 })
}

/** Puts a paper that was sent before into a slot. */
export async function reuseInSlot(surface: Surface, slot: string, paper: RegExp): Promise<void> {
  const card = cardOf(surface, slot)
  await card.getByRole('button', { name: '放材料进来' }).click()
  // It is ticked once the server has it.
  await surface.main().getByRole('dialog').getByRole('checkbox', { name: paper }).first().click()
  await surface.main().getByRole('button', { name: '好了' }).click()
  await card.getByText(/放了\d份/).waitFor()
}

/** Waits until every paper of the company has been read, or cannot be. */
export async function papersAreRead(client: Client, companyId: string): Promise<void> {
  const waiting = async (): Promise<number> => {
    const { papers } = (await client.ask('GET', `/v1/companies/${companyId}/papers`)).body
    return papers.filter(({ status }: { readonly status: string }) => status === 'received' || status === 'reading')
      .length
  }
  await expect.poll(waiting, { timeout: 110_000, interval: 250 }).toBe(0)
}

/** Reads what the check-up says, stands by its warnings, and submits. */
export async function checkUpAndSubmit(
  surface: Surface,
  companyId: string,
  submissionId: string,
  picture: string,
): Promise<void> {
  await surface.goTo(`pages/submission/check-up/index?company=${companyId}&id=${submissionId}`)
  const submit = surface.main().getByRole('button', { name: '提交' })
  await submit.waitFor()
  await keepPicture(surface.page, picture)
  const confirm = surface.main().getByRole('checkbox', { name: '我看过了，没有问题', checked: false })
  for (let left = await confirm.count(); left > 0; left = await confirm.count()) {
    await confirm.first().click()
    await expect.poll(() => confirm.count()).toBe(left - 1)
  }
  await submit.click()
  const progress = surface.page.getByRole('heading', { name: '进度' })
  const agree = surface.main().getByRole('button', { name: '同意，交上去' })
  await progress.or(agree).first().waitFor()
  // Who has not agreed yet that it goes to a platform is asked now.
  if (await agree.isVisible()) await agree.click()
  await progress.waitFor()
}
