import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Fault } from './fault'
import { someWrites } from './kill'
import { startMixedRun } from './mixed-run'
import { endOf } from './outcome'
import { openScene } from './scene'

const HOUR_MS = 3_600_000
const JUMPS = [HOUR_MS, -HOUR_MS, 24 * HOUR_MS, -24 * HOUR_MS] as const
const PRELOAD = pathToFileURL(join(import.meta.dirname, 'clock-preload.mjs')).href

/** The clock of the server's machine is set an hour and a day forward and back while it runs. */
export const clock: Fault = async ({ short }) => {
  const folder = mkdtempSync(join(tmpdir(), 'suanhui-clock-'))
  const file = join(folder, 'offset')
  writeFileSync(file, '0')
  const scene = await openScene({
    // The database's machine has a clock of its own, which is right.
    engine: 'server',
    preload: PRELOAD,
    variables: { FAULTY_CLOCK: file },
  })
  const wrong: string[] = []
  try {
    await scene.start()
    const run = await startMixedRun(scene, { people: short ? 1 : 3 })
    const person = run.owners[0]?.client
    const jumps = short ? JUMPS.slice(0, 2) : JUMPS
    for (const jump of jumps) {
      writeFileSync(file, String(jump))
      await sleep(300)
      // Who was signed in stays so: at worst the phone renews its token, which the client does like the page.
      const me = await person?.insist('GET', '/v1/me')
      if (me?.status !== 200) wrong.push(`with the clock off by ${jump / HOUR_MS} h: ${me?.status} instead of who I am`)
      await someWrites(run, 10)
      wrong.push(...(await run.check(false)))
      const failure = run.failed()
      if (failure) throw failure
      writeFileSync(file, '0')
      await sleep(300)
      await someWrites(run, 5)
    }
    const outcome = await endOf(scene, run, {
      done: `${jumps.length} × the server's clock set wrong and right again (an hour and a day, forward and back)`,
      note: 'signatures and codes of the wrong time are refused and repeated, sessions and jobs go on',
      wrong,
    })
    return [outcome]
  } finally {
    await scene.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
