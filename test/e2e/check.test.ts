import { type FactId, factDefinitions } from '@suanhui/shared/facts'
import { wan } from '@suanhui/shared/money'
import { describe, expect, it } from 'vitest'
import { answerScreen, type Knowledge, questionsOn } from './answering'
import { keepPicture } from './browser'
import type { Surface } from './surface'
import { bothTargets, type OpenSurface } from './targets'

/** Fictitious: 400,000 yuan of compute from a registered provider, settled; signed outside the platform on 3 November 2026. */
const buyer: Knowledge = {
  'company.region': '430104',
  'company.kind': 'enterprise',
  'company.activities': ['buys_compute'],
  'company.sectors': ['ai'],
  'platform.role': 'none',
  'facility.status': 'none',
  'model.kind': 'none',
  'company.independentLegalLiability': true,
  'company.majorViolationWithin3Years': false,
  'company.onSeriousDishonestyList': false,
  'compute.annualPurchaseFen': wan(40),
  'compute.settledInWindowFen': wan(40),
  'compute.hasScenarioPlan': true,
  'compute.providerRegistered': true,
  'compute.relatedParty': false,
  'compute.resold': false,
  'compute.viaPlatform': false,
}

const inShanxi: Knowledge = { ...buyer, 'company.region': '140105' }

const targets = bothTargets()

/** The day the phone believes it is: answers depend on it. */
const TODAY = new Date('2026-11-21T10:00:00+08:00')

async function open(target: Surface['target'] = 'h5'): Promise<OpenSurface> {
  const surface = await targets.open(target, {}, TODAY)
  await surface.page.getByRole('button', { name: '开始匹配' }).waitFor()
  return surface
}

/** Answers screen after screen until nothing is asked any more, or the given number of screens. */
async function answerAll(surface: Surface, known: Knowledge, most = 40): Promise<readonly (readonly FactId[])[]> {
  const screens: (readonly FactId[])[] = []
  for (let screen = 0; screen < most; screen++) {
    const asked = await answerScreen(surface, known)
    if (asked.length === 0) break
    screens.push(asked)
    await surface.page.getByRole('button', { name: '下一步' }).click()
    // WeChat draws the next screen a moment after the press.
    await expect.poll(async () => (await questionsOn(surface)).map(([id]) => id).join()).not.toBe(asked.join())
  }
  return screens
}

describe.each(['h5', 'weapp'] as const)('on %s, an owner in Changsha who bought compute', (target) => {
  it('learns of the voucher, its ceiling, its clause and the day by which to file', async () => {
    const surface = await open(target)
    const { page } = surface
    await keepPicture(page, `${target}-1-start`)
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.getByRole('heading', { name: '政策匹配' }).waitFor()
    await keepPicture(page, `${target}-2-questions`)

    const screens = await answerAll(surface, buyer)
    expect(screens.every((asked) => asked.length <= 5)).toBe(true)
    const asked = screens.flat()
    // Nothing is asked twice, 不清楚 included; nothing of a role that this company cannot have.
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked).not.toContain('platform.annualOperatingCostFen')
    expect(asked).not.toContain('facility.pue')

    await page.getByRole('button', { name: '看结果' }).click()
    await page.getByRole('heading', { name: '匹配结果' }).waitFor()
    await expect.poll(() => surface.main().textContent()).toContain('12万元')
    await keepPicture(page, `${target}-3-results`)
    const text = await surface.main().textContent()
    for (const group of ['可申报', '不符合', '已失效']) expect(text).toContain(group)

    await surface.main().getByText('算力券补贴').first().click()
    await page.getByRole('heading', { name: '措施详情' }).waitFor()
    await surface.main().getByText(factDefinitions['compute.contractSignedOn'].label).first().click()
    await surface.chooseDate(surface.main(), factDefinitions['compute.contractSignedOn'].label, '2026-11-03')
    await expect.poll(() => surface.main().textContent()).toContain('2026年12月3日')
    await surface.main().getByRole('button', { name: '去备案、申请补贴' }).waitFor()
    const detail = await surface.main().textContent()
    expect(detail).toContain('最高12万元')
    expect(detail).toContain('第二部分（一）第2点')
    expect(detail).toContain('湘工信信息软件〔2026〕168号')
    expect(detail).toMatch(/上限/)
    await page.getByRole('heading', { name: '算力券补贴' }).scrollIntoViewIfNeeded()
    await keepPicture(page, `${target}-4-measure`)

    await page.getByRole('button', { name: '返回' }).click()
    await expect.poll(() => surface.main().textContent()).toContain('12月3日')
    await keepPicture(page, `${target}-3-results-filing`)
    expect(await surface.complaints()).toEqual([])
    await page.context().close()
  })
})

describe.each(['h5', 'weapp'] as const)('on %s, an owner in Shanxi', (target) => {
  it('sees that the document ends on 31 December 2026, and the 2022–2024 plan only as history', async () => {
    const surface = await open(target)
    const { page } = surface
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.getByRole('heading', { name: '政策匹配' }).waitFor()
    await answerAll(surface, inShanxi, 3)
    await surface.goTo('pages/matcher/results/index')
    await page.getByRole('heading', { name: '匹配结果' }).waitFor()
    await expect.poll(() => surface.main().textContent()).toMatch(/晋政办发〔2024〕35号.*12月31日/s)
    await keepPicture(page, `${target}-5-results-shanxi`)

    await surface.goTo('pages/library/documents/index')
    await page.getByRole('heading', { name: '政策库' }).first().waitFor()
    await expect.poll(() => surface.main().textContent()).toContain('长政办发〔2021〕64号')
    expect(await surface.main().textContent()).toContain('已失效')
    await keepPicture(page, `${target}-6-library`)
    await surface.main().getByText('长沙市加快先进计算产业发展三年行动计划').first().click()
    await expect.poll(() => surface.main().textContent()).toMatch(/2024年12月31日/)
    await keepPicture(page, `${target}-7-document-ended`)
    expect(await surface.complaints()).toEqual([])
    await page.context().close()
  })
})

describe('on the way', () => {
  it('back loses nothing, a restart neither, and what is typed wrong is said beside the field', async () => {
    const surface = await open()
    const { page } = surface
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.getByRole('heading', { name: '政策匹配' }).waitFor()
    const first = (await questionsOn(surface)).map(([id]) => id)
    await answerScreen(surface, buyer)
    await page.getByRole('button', { name: '下一步' }).click()
    await expect.poll(async () => (await questionsOn(surface)).map(([id]) => id)).not.toEqual(first)
    await page.getByRole('button', { name: '上一步' }).click()
    await expect.poll(async () => (await questionsOn(surface)).map(([id]) => id)).toEqual(first)
    const kind = page.getByRole('radio', { name: '企业', exact: true })
    expect(await kind.isChecked()).toBe(true)

    // The app is killed and opened again.
    const again = await page.context().newPage()
    await page.close()
    await again.clock.install({ time: TODAY })
    await again.goto(targets.serverUrl())
    await again.getByRole('button', { name: /继续/ }).click()
    await again.getByRole('heading', { name: '政策匹配' }).waitFor()
    await again.context().close()
  })

  it('a sum that is no number stays as typed, with the reason beside it', async () => {
    const surface = await open()
    const { page } = surface
    await surface.goTo('pages/matcher/measure/index?id=hn-2026-168%2Fcompute-voucher')
    await page.getByRole('heading', { name: '措施详情' }).waitFor()
    await surface.main().getByText('一年购买算力的费用不低于5万元').first().click()
    const field = page.getByRole('textbox').first()
    await field.fill('四十万')
    expect(await field.inputValue()).toBe('四十万')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await keepPicture(page, '8-wrong-sum')
    await field.fill('4')
    await expect.poll(() => surface.main().textContent()).toContain('还差1万元')
    await page.context().close()
  })

  it('opens, reloads and decides with no network once it has been opened with one', async () => {
    const surface = await open()
    const { page } = surface
    // The worker has taken everything in when it controls the page.
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0)
    await page.reload()
    await page.getByRole('button', { name: '开始匹配' }).waitFor()
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.getByRole('heading', { name: '政策匹配' }).waitFor()
    await answerScreen(surface, buyer)
    await page.getByRole('link', { name: '先看结果' }).click()
    await page.getByRole('heading', { name: '匹配结果' }).waitFor()
    await expect.poll(() => surface.main().textContent()).toContain('补充信息后可定')
    expect(
      (await surface.complaints()).filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(one)),
    ).toEqual([])
    await page.context().close()
  })

  it('no address carries an answer', async () => {
    const surface = await open()
    const { page } = surface
    const addresses: string[] = []
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
    page.on('request', (request) => addresses.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.getByRole('heading', { name: '政策匹配' }).waitFor()
    await answerAll(surface, buyer, 3)
    await surface.goTo('pages/matcher/results/index')
    await page.getByRole('heading', { name: '匹配结果' }).waitFor()
    expect(addresses.filter((one) => /430104|enterprise|buys_compute|annualPurchase|%E4%BC%81/i.test(one))).toEqual([])
    await page.context().close()
  })
})
