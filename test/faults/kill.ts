import { setTimeout as sleep } from 'node:timers/promises'
import { until } from './client'
import type { Fault, Options, Outcome } from './fault'
import { arrived, type Found, inspect, inspectAndFree, watch } from './inspect'
import { type MixedRun, startMixedRun } from './mixed-run'
import { allLeft } from './outcome'
import { type Engine, openScene, type Scene } from './scene'

const KILLS = 50

/** Lets people get on, however slow the machine is, and a little further: into the midst of something. */
export async function someWrites({ ledger, failed }: MixedRun, count: number): Promise<void> {
  const before = ledger.acknowledged()
  const enough = (): boolean => ledger.acknowledged() >= before + count || failed() !== undefined
  await until('people get on', enough, 60_000, 5)
  await sleep(Math.random() * 100)
}

/** Looks into the dead server's database and starts the next one. The last one has nothing to wait for. */
async function look(scene: Scene, last: boolean): Promise<Found> {
  if (scene.engine === 'embedded' && !last) {
    const [found] = await Promise.all([inspect(scene), scene.start()])
    return found
  }
  const found = await (last ? inspectAndFree(scene) : inspect(scene))
  await scene.start()
  return found
}

async function killed(engine: Engine, { times, short, say }: Options): Promise<Outcome> {
  const scene = await openScene({ engine })
  const lost: string[] = []
  const wrong: string[] = []
  try {
    await scene.start()
    const run = await startMixedRun(scene, short ? { people: 2 } : {})
    const watching = watch(scene)
    const kills = times(KILLS)
    // One call of the first vendor in ten fails.
    scene.aliyun.behave(() => (Math.random() < 0.1 ? { kind: 'refused', status: 503 } : undefined))
    let database = 0
    let audit = 0
    for (let count = 1; count <= kills; count += 1) {
      await someWrites(run, 2 + Math.floor(Math.random() * 20))
      await scene.product().kill()
      // The server's machine and the database's fail together every fifth time.
      if (scene.postgres !== undefined && count % 5 === 0) {
        await scene.postgres.kill()
        await scene.postgres.start()
        database += 1
      }
      const then = arrived(scene)
      const found = await look(scene, count === kills)
      audit = found.auditEntries
      if (found.auditBroken !== undefined) wrong.push(`after kill ${count} the audit is broken at ${found.auditBroken}`)
      wrong.push(...watching.look(found, then).map((what) => `after kill ${count} sent again: ${what}`))
      lost.push(...(await run.check(count % 10 === 0)))
      if (count % 10 === 0)
        say(`${engine}: ${count} kills, ${run.ledger.acknowledged()} acknowledged, ${lost.length} lost`)
      const failure = run.failed()
      if (failure) throw failure
    }
    lost.push(...(await run.check(true)))
    await run.settle()
    const found = await allLeft(scene)
    const twice = wrong.filter((what) => what.includes('sent again')).length
    const { writes, messages, explained, doubled } = watching.total(found)
    if (doubled > 0) wrong.push(`${doubled} cases twice at the platform`)
    if (found.unsettled > 0) wrong.push(`${found.unsettled} things never left`)
    return {
      done: `${kills} × kill -9, ${engine} database${database > 0 ? `, ${database} of them with its own server` : ''}`,
      acknowledged: run.ledger.acknowledged(),
      lost: lost.length,
      twice: twice + doubled,
      explained,
      note: `${writes} writes to platforms, ${messages} SMS, audit of ${audit} entries whole`,
      wrong: [...lost, ...wrong],
    }
  } finally {
    await scene.close()
  }
}

/** The server is killed without a word, again and again, while people write, upload and submit. */
export const killOn =
  (engine: Engine): Fault =>
  async (options) => [await killed(engine, options)]
