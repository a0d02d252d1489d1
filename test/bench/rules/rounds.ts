import { type Cost, medianCost } from '../clock'
import { type Run, runOnce } from '../program'
import type { Options } from '../section'

/** One engine at one task, in a process of its own. */
export interface Job {
  readonly key: string
  readonly program: string
  readonly args: readonly string[]
  readonly jitless?: boolean
  /** Costs too much to repeat: measured in the first round only. */
  readonly once?: boolean
}

export const JITLESS = ['--jitless', '--no-expose-wasm', '--no-warnings']

/** Runs every job once a round, one after the other, so that a busy minute of the machine hits all of them. */
export async function inRounds(jobs: readonly Job[], { rounds, say }: Options): Promise<ReadonlyMap<string, Cost>> {
  const costs = new Map<string, Cost[]>(jobs.map(({ key }) => [key, []]))
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}: ${jobs.length} programs`)
    for (const { key, program, args, jitless, once } of jobs) {
      if (once && round > 1) continue
      const how: Run = { args, flags: jitless ? JITLESS : [] }
      costs.get(key)?.push(await runOnce<Cost>(program, how))
    }
  }
  return new Map([...costs].map(([key, all]) => [key, medianCost(all)]))
}
