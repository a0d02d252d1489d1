import { answerScreen, questionsOn } from '../../e2e/answering'
import { openTargets } from '../../e2e/open-targets'
import { type Interaction, walkQuestionnaire } from '../../weapp/questionnaire'

export interface InUse {
  readonly walk: readonly Interaction[]
  /** From the start of the mini-program, without network, until its first page offers to go on, for each try. */
  readonly restartMs: readonly number[]
  /** It went on where the last start had ended: at the second screen of questions. */
  readonly wentOn: boolean
  readonly complaints: readonly string[]
}

const ON = new Date('2026-11-21T10:00:00+08:00')

/** The built mini-program as a person uses it: the whole questionnaire, and started again where there is no network. */
export async function inUse(tries: number): Promise<InUse> {
  const targets = await openTargets()
  try {
    const walked = await targets.open('weapp', {}, ON)
    const walk = await walkQuestionnaire(walked)
    const surface = await targets.open('weapp', {}, ON)
    const { page } = surface
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.getByText('第1页').waitFor()
    await answerScreen(surface, {})
    await page.addInitScript(() => {
      Object.assign(window, { weappWorld: { network: 'none' } })
    })
    const restartMs: number[] = []
    const goOn = page.getByRole('button', { name: '继续上次的回答' })
    for (let once = 0; once < tries; once++) {
      const started = performance.now()
      await page.reload()
      await goOn.waitFor()
      restartMs.push(performance.now() - started)
    }
    await goOn.click()
    await page.getByText('第2页').waitFor()
    const wentOn = (await questionsOn(surface)).length > 0
    return { walk, restartMs, wentOn, complaints: [...(await walked.complaints()), ...(await surface.complaints())] }
  } finally {
    await targets.close()
  }
}
