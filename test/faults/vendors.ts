import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault, Outcome } from './fault'
import type { Answer, Trouble } from './gate'
import { someWrites } from './kill'
import { startMixedRun } from './mixed-run'
import { endOf } from './outcome'
import { openScene } from './scene'

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))
const isWrite = (method: string): boolean => method === 'POST' || method === 'PUT'

/** One in `every`; the others pass. */
function oneIn(every: number, wrong: ReturnType<Trouble>, fits: (method: string) => boolean = () => true): Trouble {
  let count = 0
  return ({ method }) => {
    if (!fits(method)) return undefined
    count += 1
    return count % every === 0 ? wrong : undefined
  }
}

const notJson = (answer: Answer): Answer => ({ ...answer, body: Buffer.from('<html>502 Bad Gateway</html>') })
const elsewhere = (answer: Answer): Answer => ({ ...answer, body: json({ ok: true, data: null }) })
/** Words that no version of the contract knows. */
const newWords = (answer: Answer): Answer => {
  const text = answer.body.toString('utf8').replaceAll(/"(city_review|province_review|submitted)"/g, '"in_the_attic"')
  return { ...answer, body: Buffer.from(text) }
}

const PLATFORM: Readonly<Record<string, Trouble>> = {
  slow: oneIn(1, { kind: 'slow', ms: 400 }),
  failing: oneIn(2, { kind: 'refused', status: 503, headers: { 'retry-after': '1' } }),
  'cutting the line after it did the work': oneIn(2, { kind: 'dropped' }, isWrite),
  'silent for good': oneIn(5, { kind: 'silent' }),
  'answering what is no JSON': oneIn(2, { kind: 'lies', as: notJson }, isWrite),
  'answering another shape': oneIn(3, { kind: 'lies', as: elsewhere }, isWrite),
  'using words nobody knows': oneIn(2, { kind: 'lies', as: newWords }, (method) => method === 'GET'),
}

const VENDOR: Readonly<Record<string, Trouble>> = {
  slow: oneIn(1, { kind: 'slow', ms: 400 }),
  failing: oneIn(2, { kind: 'refused', status: 500 }),
  'answering what is no JSON': oneIn(3, { kind: 'lies', as: notJson }),
  'cutting the line after it sent': oneIn(3, { kind: 'dropped' }),
}

/** The platforms and the vendors misbehave in every way, one after the other, while people write and reviewers pass. */
export const vendors: Fault = async ({ short }) => {
  const scene = await openScene({ engine: 'server' })
  try {
    await scene.start()
    const run = await startMixedRun(scene, { people: short ? 2 : 4 })
    // News comes twice, late and out of order; receipts, too.
    scene.sandbox.world.faults.change({
      duplicateShare: 0.4,
      reorderShare: 0.4,
      receiptRepeatShare: 0.4,
      receiptReorderShare: 0.4,
      undeliveredShare: 0.1,
    })
    const turn = async (): Promise<void> => {
      await someWrites(run, short ? 6 : 14)
      await sleep(short ? 300 : 2_000)
    }
    for (const trouble of Object.values(PLATFORM)) {
      scene.platform.behave(trouble)
      await turn()
    }
    scene.platform.behave(undefined)
    for (const trouble of Object.values(VENDOR)) {
      scene.aliyun.behave(trouble)
      await turn()
    }
    scene.aliyun.behave(undefined)
    const lied = scene.platform.seen.filter(({ wrong }) => wrong !== undefined).length
    const failed = scene.aliyun.seen.filter(({ wrong }) => wrong !== undefined).length
    const outcome: Outcome = await endOf(scene, run, {
      done: `${Object.keys(PLATFORM).length} kinds of trouble with the platforms, ${Object.keys(VENDOR).length} with an SMS vendor, news twice and out of order`,
      note: `${lied} answers of platforms and ${failed} of the vendor went wrong`,
      wrong: [],
    })
    return [outcome]
  } finally {
    await scene.close()
  }
}
