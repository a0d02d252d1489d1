import { expect } from 'vitest'
import { fillField, papersAreRead, putIntoSlot, reuseInSlot } from '../steps'
import { isInSight } from './places'
import type { Walk } from './walk'

/** Begins an application and puts its papers into their places; the contract is there from the filing. */
export async function putPapers(walk: Walk): Promise<void> {
  const { surface, story } = walk
  await surface.goTo('pages/cases/index')
  await surface.main().getByRole('button', { name: '开始办理' }).click()
  await surface
    .main()
    .getByRole('link', { name: /申请算力券补贴/ })
    .click()
  await surface.main().getByText('附件3 算力补贴申报表').first().waitFor()
  await walk.note()
  await walk.openSubmission('papers/slots')
  await reuseInSlot(surface, '算力购买合同（盖双方公章）', /合同/)
  for (const [slot, file] of await story.papers()) await putIntoSlot(surface, slot, [file])
  await papersAreRead(await walk.client(), walk.companyId)
  await surface.reopen()
  await surface.main().getByText('读好了').first().waitFor()
  await walk.picture('slots')
}

/** What the check-up misses leads to the very cell of the table, with what is wrong with it. */
export async function goFromCheckUp(walk: Walk): Promise<void> {
  const { surface } = walk
  const main = surface.main()
  await walk.openSubmission('submission/check-up')
  await main.getByRole('button', { name: '去改“第1份合同的算力中心地址”' }).click()
  await isInSight(surface, main.getByRole('textbox', { name: '算力中心地址', exact: true }))
  await isInSight(surface, main.getByText('第1份合同还没有填“算力中心地址”').first())
  await walk.picture('from-check-up')
}

/** Fills in one of the forms; what is typed saves itself. */
export async function fillForm(walk: Walk, form: string): Promise<void> {
  const { surface, story } = walk
  await walk.openSubmission('submission/form', `&form=${form}`)
  await surface
    .main()
    .getByText(/这张表/)
    .waitFor()
  for (const [label, value] of Object.entries(story.forms[form] ?? {})) await fillField(surface, label, value)
  await walk.allSaved()
  await walk.picture(form)
}

/** The form shows what was filled in, also where that was on another device. */
export async function formSays(walk: Walk, form: string): Promise<void> {
  const { surface, story } = walk
  await walk.openSubmission('submission/form', `&form=${form}`)
  for (const [label, value] of Object.entries(story.forms[form] ?? {})) {
    const field = surface.main().getByRole('textbox', { name: label, exact: true }).first()
    await expect.poll(() => field.inputValue()).toBe(value)
  }
}

/** Opens the filled forms, to be printed: the official tables as PDF, the report for editing as well. */
export async function openForms(walk: Walk): Promise<void> {
  const { surface } = walk
  await walk.openSubmission('submission/overview')
  await surface.main().getByText('附件3 算力补贴申报表').first().waitFor()
  await surface
    .main()
    .getByRole('button', { name: /打印|盖章/ })
    .click()
  const pdf = await surface.openFile(surface.main().getByText('全部的表，一次打印'))
  expect(pdf.ending).toBe('pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const docx = await surface.openFile(surface.main().getByText(/（Word，可以再改）/))
  expect(docx.ending).toBe('docx')
  expect(docx.bytes.subarray(0, 2).toString()).toBe('PK')
  await walk.picture('forms')
}

/** Confirms what was read off the bill, and submits, with the receipt of the platform. */
export async function submitApplication(walk: Walk): Promise<void> {
  const { surface } = walk
  await walk.openSubmission('papers/slots')
  await surface.main().getByText('算力账单').first().click()
  await surface.main().getByRole('button', { name: '上面这些都没错' }).click()
  await surface.main().getByText('都核对好了').waitFor()
  await walk.checkUpAndSubmit()
  await walk.reaches('application', 'city_review')
  await surface.reopen()
  await surface.main().getByText('受理编号').first().waitFor()
  // Those agreed to in the beginning are used up: it is asked again here, where one waits for news.
  if (surface.target === 'weapp') await surface.main().getByRole('button', { name: '同意收微信消息' }).waitFor()
  await walk.picture('progress')
}
