import { wan } from '@suanhui/shared/money'
import { describe, expect, it } from 'vitest'
import { answer, type Knowledge, questionsOn } from '../e2e/answering'
import { bothTargets, type OpenSurface } from '../e2e/targets'
import type { Weapp } from './runtime/record'

const targets = bothTargets()
const TODAY = new Date('2026-11-21T10:00:00+08:00')
/** What one press on an answer may send. A wheel of the picker is an interaction of its own. */
const ANSWER_LIMIT_BYTES = 4096
/** A screen of five new questions still takes more than the goal of 4096: what it must not grow beyond. */
const SCREEN_LIMIT_BYTES = 7168

/** Fictitious; what is not here is answered with 不清楚, so that every question comes. */
const known: Knowledge = {
  'company.region': '430104',
  'company.kind': 'enterprise',
  'company.activities': ['buys_compute', 'operates_compute'],
  'compute.annualPurchaseFen': wan(40),
}

interface Interaction {
  readonly name: string
  readonly bytes: number
  readonly largest: number
}

/** All that went to the view since it was last asked, once nothing more comes. */
async function sent({ page }: OpenSurface): Promise<readonly number[]> {
  const count = () => page.evaluate(() => (window as unknown as { weapp: Weapp }).weapp.setData.length)
  let before = -1
  for (let now = await count(); now !== before; now = await count()) {
    before = now
    await page.waitForTimeout(120)
  }
  return page.evaluate(() => (window as unknown as { weapp: Weapp }).weapp.setData.splice(0).map(({ bytes }) => bytes))
}

describe('what goes from the service to the view', () => {
  it('is at most 4 KB an answer, over the whole questionnaire', async () => {
    const surface = await targets.open('weapp', {}, TODAY)
    const { page } = surface
    const found: Interaction[] = []
    const measured = async (name: string, act: () => Promise<unknown>): Promise<void> => {
      await sent(surface)
      await act()
      const bytes = await sent(surface)
      found.push({ name, bytes: bytes.reduce((sum, one) => sum + one, 0), largest: Math.max(0, ...bytes) })
    }
    await page.getByRole('button', { name: '开始匹配' }).waitFor()
    await measured('open the questionnaire', () => page.getByRole('button', { name: '开始匹配' }).click())
    for (let screen = 1; ; screen++) {
      const asked = await questionsOn(surface)
      if (asked.length === 0) break
      for (const [id, card] of asked) await measured(`answer ${id}`, () => answer(surface, card, id, known[id]))
      await measured(`next screen (${screen})`, () => page.getByRole('button', { name: '下一步' }).click())
    }
    await measured('open the results', () => page.getByRole('button', { name: '看结果' }).click())
    console.info(
      found
        .map(({ name, bytes, largest }) => `${String(bytes).padStart(7)} ${String(largest).padStart(7)}  ${name}`)
        .join('\n'),
    )
    const answers = found.filter(({ name }) => name.startsWith('answer'))
    const screens = found.filter(({ name }) => name.startsWith('next screen'))
    expect(answers.length).toBeGreaterThan(40)
    // The region takes several presses: each of them counts for itself.
    const each = answers.map(({ name, bytes, largest }) => ({ name, bytes: /region/i.test(name) ? largest : bytes }))
    expect(each.filter(({ bytes }) => bytes > ANSWER_LIMIT_BYTES)).toEqual([])
    expect(screens.filter(({ bytes }) => bytes > SCREEN_LIMIT_BYTES)).toEqual([])
    expect(await surface.complaints()).toEqual([])
  })
})
