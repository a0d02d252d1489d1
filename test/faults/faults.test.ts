import { afterAll, expect, it } from 'vitest'
import type { Fault, Options, Outcome } from './fault'
import { killOn } from './kill'
import { table } from './report'
import { twoProcesses } from './two-processes'

/** A few times each, so that `npm run faults` goes on working; the many times are its own. */
const options: Options = { short: true, times: () => 2, say: () => undefined }
const outcomes: Outcome[] = []
afterAll(() => console.log(table(outcomes)))

const short: Readonly<Record<string, Fault>> = {
  'kill -9, embedded database': killOn('embedded'),
  'kill -9, server database': killOn('server'),
  'two processes': twoProcesses,
}

// Side by side: each of them waits a good deal.
it.concurrent.each(Object.entries(short))(
  '%s: nothing promised is lost, nothing known is sent again',
  async (_, fault) => {
    const found = await fault(options)
    outcomes.push(...found)
    for (const { wrong, lost, twice, acknowledged } of found) {
      expect(wrong).toEqual([])
      expect({ lost, twice }).toEqual({ lost: 0, twice: 0 })
      expect(acknowledged).toBeGreaterThan(0)
    }
  },
)
