import { expect } from 'vitest'
import { drawContract } from '../../papers'
import { decideAt } from '../desk'
import { fillField, papersAreRead, putIntoSlot } from '../steps'
import { PROVIDER } from './story'
import type { Walk } from './walk'

const CONTRACT_SLOT = '算力购买合同（盖双方公章）'

/** Begins a filing; its form knows what the profile says. */
export async function beginFiling(walk: Walk): Promise<void> {
  const { surface, story } = walk
  await surface.main().getByRole('button', { name: '注册好了，去办备案和申请' }).click()
  await surface.main().getByRole('button', { name: '开始办理' }).click()
  await surface.main().getByText('备案一份算力合同').waitFor()
  await walk.picture('new')
  await surface
    .main()
    .getByRole('link', { name: /备案一份算力合同/ })
    .click()
  await surface.main().getByText('附件2 算力使用备案表').first().waitFor()
  await walk.note()
  await walk.picture('filing')
  await surface.main().getByText('附件2 算力使用备案表').first().click()
  const name = surface.main().getByRole('textbox', { name: '单位名称' })
  await name.waitFor()
  await walk.picture('filing-form')
  expect(await name.inputValue()).toBe(story.name)
}

/** Photographs the contract, which is read, and confirms what was read. */
export async function photographContract(walk: Walk): Promise<void> {
  const { surface, story } = walk
  await walk.openSubmission('papers/slots')
  await surface.main().getByRole('heading', { name: CONTRACT_SLOT }).waitFor()
  const pages = await drawContract(story.contract)
  await putIntoSlot(
    surface,
    CONTRACT_SLOT,
    pages.map(({ bytes, mediaType }, index) => ({ name: `合同${index + 1}.jpg`, mimeType: mediaType, bytes })),
  )
  await walk.picture('slots')
  await papersAreRead(await walk.client(), walk.companyId)
  await surface.reopen()
  await surface.main().getByText('读好了').first().click()
  await surface.main().getByRole('button', { name: '上面这些都没错' }).waitFor()
  await walk.picture('contract')
  await surface.main().getByRole('button', { name: '上面这些都没错' }).click()
  await surface.main().getByText('都核对好了').waitFor()
}

/** Fills in what the form still lacks, adds the stamped print, checks up and submits; the city accepts. */
export async function submitFiling(walk: Walk): Promise<void> {
  const { surface, story, whole } = walk
  await walk.openSubmission('submission/form', '&form=filing')
  await surface.main().getByRole('textbox', { name: '单位名称' }).waitFor()
  await surface.tick(surface.main(), '智能制造')
  await surface.tick(surface.main(), '人工智能模型训练推理')
  await fillField(surface, '合同编号', story.contract.number)
  await fillField(surface, '芯片型号', story.contract.chip)
  await fillField(surface, '算力中心地址', PROVIDER.site)
  await surface.main().getByText('这张表填好了').waitFor()
  await walk.allSaved()
  await walk.picture('filing-form')
  await walk.openSubmission('papers/slots')
  await putIntoSlot(surface, '算力使用备案表（附件2，盖章）', [await story.stampedFiling()])
  await papersAreRead(await walk.client(), walk.companyId)
  await walk.picture('slots')
  await walk.checkUpAndSubmit()
  const id = await walk.reaches('filing', 'submitted')
  await decideAt(whole.sandbox, 'city-industry', id, 'accept')
  await walk.hears(/备案成功/)
  await surface.main().getByRole('button', { name: '看看有没有新进展' }).click()
  await surface.main().getByRole('heading', { name: '备案成功' }).waitFor()
  await walk.picture('filed')
}
