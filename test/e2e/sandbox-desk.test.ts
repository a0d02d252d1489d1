import { expect, it } from 'vitest'
import { ask, sha256 } from '../sandbox/platform-client'
import { currentRound } from '../sandbox/platforms/round'
import { COMPANIES } from '../sandbox/seeds/companies'
import { testSandbox } from '../sandbox/test-sandbox'
import { launchBrowser } from './browser'

it('a reviewer sends back, takes it back and passes, by the buttons', async () => {
  const sandbox = await testSandbox()
  const [company] = COMPANIES
  const paper = new TextEncoder().encode('测试合同')
  await ask(sandbox, 'hunan-projects', 'PUT', `/papers/${sha256(paper)}`, paper)
  await ask(sandbox, 'hunan-projects', 'POST', '/applications', {
    reference: 'r1',
    roundId: currentRound(sandbox.world.journal, new Date()).id,
    measureId: 'hn-2026-168/compute-voucher',
    companyName: `${company?.name}<script>alert(1)</script>`,
    creditCode: company?.creditCode,
    region: company?.region,
    filingReceipts: [],
    settledFen: 100_000_000,
    requestedFen: 30_000_000,
    form: {
      purpose: '<img src=x onerror=alert(1)>',
      'application.contracts': 'HT-1，算力服务合同，40；HT-2，算力租用合同，20',
    },
    papers: [{ id: 'p1', kind: 'contract', sha256: sha256(paper), mediaType: 'text/html', name: '合同' }],
    catalogueVersion: '1',
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    const state = () => page.locator('[data-state]').getAttribute('data-state')
    await page.goto(`${sandbox.url}/desk`)
    await page.getByRole('link', { name: '以市工业和信息化局的身份进入' }).click()
    await page.getByRole('link', { name: company?.name ?? '' }).click()
    await page.getByText('退回补正…').click()
    await page.getByLabel('哪一项').first().selectOption('p1')
    await page.getByLabel('怎么改').first().fill('缺最后一页')
    await page.getByLabel('期限').first().fill('2030-01-31')
    await page.getByText('还有别的要补正').click()
    await page.getByLabel('哪一项').nth(1).selectOption({ label: '附件3 第2份合同的算力中心地址' })
    await page.getByLabel('怎么改').nth(1).fill('地址请写到机房')
    await page.getByLabel('期限').nth(1).fill('2030-01-31')
    await page.getByRole('button', { name: '退回补正' }).click()
    expect(await state()).toBe('returned')
    await page.getByRole('cell', { name: '附件3 第2份合同的算力中心地址' }).waitFor()
    for (let left = 2; left > 0; left--) {
      await page.getByText('撤销这项补正…').click()
      await page.getByRole('button', { name: '撤销这项补正' }).click()
    }
    expect(await state()).toBe('city_review')
    await page.getByRole('button', { name: '审核通过' }).click()
    await page.getByText('正在等另一个部门').waitFor()
    const file = await page.request.get(
      `${sandbox.url}${await page.getByRole('link', { name: '单独打开' }).getAttribute('href')}`,
    )
    expect(file.headers()['content-type']).toBe('application/octet-stream')
    await page.goto(`${sandbox.url}/faults`)
    await page.getByLabel('厂商出错的比例').fill('0.1')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('现在有故障').waitFor()
    expect(sandbox.world.faults.settings().vendorFailureShare).toBe(0.1)
    await page.getByRole('button', { name: '全部恢复正常' }).click()
    await page.getByText('现在一切正常').waitFor()
    expect(dialogs).toEqual([])
  } finally {
    await browser.close()
  }
})
