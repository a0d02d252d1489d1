import { setTimeout as sleep } from 'node:timers/promises'
import type { Outcome } from './fault'
import { type Found, inspectAndFree, watch } from './inspect'
import type { MixedRun } from './mixed-run'
import type { Scene } from './scene'

interface Told {
  readonly done: string
  readonly note: string
  readonly wrong: readonly string[]
  readonly lost?: readonly string[]
}

const LEFT_WITHIN_MS = 90_000

const A_WHILE_MS = 1_500

/** Stops the server once nothing waits in its queues. */
export async function allLeft(scene: Scene): Promise<Found> {
  const end = Date.now() + LEFT_WITHIN_MS
  for (;;) {
    await scene.product().stop()
    const found = await inspectAndFree(scene)
    if (found.unsettled === 0 || Date.now() > end) return found
    await scene.start()
    await sleep(A_WHILE_MS)
  }
}

/**
 * The end of a fault: everything promised is read back, what is on its way arrives, the server is stopped, and its
 * books are held against those of the systems outside.
 */
export async function endOf(scene: Scene, run: MixedRun, { done, note, wrong, lost = [] }: Told): Promise<Outcome> {
  const failure = run.failed()
  if (failure) throw failure
  const gone = [...lost, ...(await run.check(true))]
  await run.settle()
  const found = await allLeft(scene)
  const { writes, messages, explained, doubled } = watch(scene).total(found)
  const also = [
    ...(found.auditBroken === undefined ? [] : [`the audit is broken at ${found.auditBroken}`]),
    ...(found.unsettled === 0 ? [] : [`${found.unsettled} things never left`]),
    ...(doubled === 0 ? [] : [`${doubled} cases twice at the platform`]),
  ]
  return {
    done,
    acknowledged: run.ledger.acknowledged(),
    lost: gone.length,
    twice: doubled,
    explained,
    note: `${note}; ${writes} writes to platforms, ${messages} SMS, audit of ${found.auditEntries} entries whole`,
    wrong: [...gone, ...wrong, ...also],
  }
}
