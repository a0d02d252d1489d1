import { loadavg } from 'node:os'
import { join } from 'node:path'
import { packagesOf } from '../../weapp/packages'
import { bundle, root, runOnce } from '../program'
import { weights } from '../rules/weight'
import type { Findings, Options } from '../section'
import { inUse } from './restart'
import type { ColdStart } from './service'
import { coldStartTable, goalTable, packageTable, setDataTable } from './tables'

const dist = join(root, 'miniapp/dist/weapp')
const FIRST_PAGE = 'pages/start/index'

/** The built mini-program: what it weighs, what it sends to the view, how it starts. Build it first, and the server. */
export async function miniapp({ rounds, quick, say }: Options): Promise<Findings> {
  say('weighing packages')
  const packages = packagesOf(dist)
  const weight = weights()
  const program = await bundle(join(import.meta.dirname, 'service.ts'), 'miniapp-service')
  const starts: Record<'jitless' | 'jit', ColdStart[]> = { jitless: [], jit: [] }
  say('cold starts of the service thread')
  for (let round = 0; round < rounds * 3; round++) {
    for (const [name, flags] of [
      ['jitless', ['--jitless']],
      ['jit', []],
    ] as const)
      starts[name].push(await runOnce<ColdStart>(program, { args: [dist, FIRST_PAGE], flags }))
  }
  say('the whole questionnaire, and starts without network')
  const load = loadavg()[0] ?? 0
  const use = await inUse(quick ? 1 : 5)
  return {
    tables: [
      goalTable({ packages, weight, starts, use, load }),
      packageTable(packages),
      setDataTable(use.walk),
      coldStartTable(starts),
    ],
    differences: [
      ...use.complaints,
      ...(use.wentOn ? [] : ['a start without network did not go on with the questions']),
    ],
  }
}
