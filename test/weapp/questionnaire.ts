import { wan } from '@suanhui/shared/money'
import { answer, type Knowledge, questionsOn } from '../e2e/answering'
import type { OpenSurface } from '../e2e/open-targets'
import { settled } from '../e2e/settled'
import type { Weapp } from './runtime/record'

/** Fictitious; what is not here is answered with 不清楚, so that every question comes. */
const known: Knowledge = {
  'company.region': '430104',
  'company.kind': 'enterprise',
  'company.activities': ['buys_compute', 'operates_compute'],
  'compute.annualPurchaseFen': wan(40),
}

/** One thing a person does, and what went from the service to the view until all was drawn. */
export interface Interaction {
  readonly kind: 'open' | 'answer' | 'next screen' | 'results'
  readonly name: string
  readonly bytes: number
  /** The largest of the presses that it took: a place is chosen with several. */
  readonly largest: number
}

/** A place takes several presses: each of them counts for itself. */
export const ofOnePress = ({ name, bytes, largest }: Interaction): number =>
  name === 'company.region' ? largest : bytes

/** All that went to the view since it was last asked, once nothing more comes. */
async function sent({ page }: OpenSurface): Promise<readonly number[]> {
  await settled(page)
  return page.evaluate(() => (window as unknown as { weapp: Weapp }).weapp.setData.splice(0).map(({ bytes }) => bytes))
}

/** Goes through the whole questionnaire of the built mini-program, from its home page to the results. */
export async function walkQuestionnaire(surface: OpenSurface): Promise<readonly Interaction[]> {
  const { page } = surface
  const found: Interaction[] = []
  const measured = async (kind: Interaction['kind'], name: string, act: () => Promise<unknown>): Promise<void> => {
    await sent(surface)
    await act()
    const bytes = await sent(surface)
    found.push({ kind, name, bytes: bytes.reduce((sum, one) => sum + one, 0), largest: Math.max(0, ...bytes) })
  }
  await page.getByRole('button', { name: '开始匹配' }).waitFor()
  await measured('open', 'open the questionnaire', () => page.getByRole('button', { name: '开始匹配' }).click())
  for (let screen = 1; ; screen++) {
    const asked = await questionsOn(surface)
    if (asked.length === 0) break
    for (const [id, card] of asked) await measured('answer', id, () => answer(surface, card, id, known[id]))
    await measured('next screen', `screen ${screen + 1}`, () => page.getByRole('button', { name: '下一步' }).click())
  }
  await measured('results', 'open the results', () => page.getByRole('button', { name: '看结果' }).click())
  return found
}
