import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Fault } from './fault'
import { arrived, inspect, watch } from './inspect'
import { someWrites } from './kill'
import { startMixedRun } from './mixed-run'
import { endOf } from './outcome'
import { BUILT } from './product'
import { openScene } from './scene'

const CUTS = 30
const BFF = join(import.meta.dirname, '../../bff')

/** The built server with another disk under its database; it lies in the build, so that it finds its packages. */
async function program(): Promise<string> {
  const folder = mkdtempSync(join(BUILT, 'power-cut-'))
  for (const name of readdirSync(BUILT).filter((one) => one.endsWith('.js')))
    cpSync(join(BUILT, name), join(folder, name))
  await build({
    entryPoints: [join(BFF, 'src/stores/embedded/worker.ts')],
    outfile: join(folder, 'database-worker.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@suanhui/shared': join(BFF, '../shared/src'), '@suanhui/bff': join(BFF, 'src') },
    plugins: [
      {
        name: 'a disk that forgets',
        setup({ onResolve }) {
          onResolve({ filter: /^\.\/durable-node-fs$/ }, () => ({ path: join(import.meta.dirname, 'power-cut-fs.ts') }))
        },
      },
    ],
  })
  return folder
}

/** The power fails under the server with the embedded database, in the midst of its writing. */
export const powerCut: Fault = async ({ times, short, say }) => {
  const folder = await program()
  const place = mkdtempSync(join(tmpdir(), 'suanhui-power-'))
  const trigger = join(place, 'cut')
  const leaves = join(place, 'leaves')
  const variables = { POWER_CUT: trigger, POWER_CUT_LEAVES: leaves }
  const scene = await openScene({ engine: 'embedded', program: folder, variables })
  const database = join(scene.dataDir, 'database')
  const wrong: string[] = []
  const lost: string[] = []
  try {
    mkdirSync(scene.dataDir, { recursive: true })
    await scene.start()
    const run = await startMixedRun(scene, { people: short ? 2 : 4 })
    const watching = watch(scene)
    const cuts = times(CUTS)
    for (let count = 1; count <= cuts; count += 1) {
      await someWrites(run, 2 + Math.floor(Math.random() * 15))
      writeFileSync(trigger, '')
      const { signal } = await scene.product().ended
      if (signal !== 'SIGKILL') wrong.push(`cut ${count} ended it with ${signal}`)
      const then = arrived(scene)
      rmSync(trigger)
      rmSync(database, { recursive: true })
      renameSync(leaves, database)
      const [found] = await Promise.all([inspect(scene), scene.start()])
      if (found.auditBroken !== undefined) wrong.push(`after cut ${count} the audit is broken at ${found.auditBroken}`)
      wrong.push(...watching.look(found, then).map((what) => `after cut ${count} sent again: ${what}`))
      lost.push(...(await run.check(count % 10 === 0)))
      if (count % 5 === 0) say(`${count} power cuts, ${run.ledger.acknowledged()} acknowledged, ${lost.length} lost`)
    }
    return [
      await endOf(scene, run, {
        done: `${cuts} × the power cut under the embedded database, unsynced writes lost, halved or torn`,
        note: 'files in storage as a kill leaves them',
        wrong,
        lost,
      }),
    ]
  } finally {
    await scene.close()
    for (const one of [folder, place]) rmSync(one, { recursive: true, force: true })
  }
}
