import { drive, residentMbOf } from './drive'
import type { House } from './house'
import { cpuSecondsOf } from './processor-time'
import { MATCH } from './requests'

/** What happens to requests when ten times as many connections ask as one process can serve without a queue. */
export interface Crowd {
  readonly connections: number
  /** Whether who was refused waits as told before asking again. */
  readonly patient: boolean
  readonly served: number
  readonly refused: number
  /** Neither served nor told when to come again. */
  readonly failed: number
  readonly servedASecond: number
  /** All that the server took, over those it served, in microseconds. */
  readonly cpuUs: number
  /** Of those that were served. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** Of the server afterwards, beside before, in megabytes. */
  readonly grownMb: number
}

const USUAL = 100

export async function crowds(house: House, ms: number): Promise<readonly Crowd[]> {
  const server = await house.start()
  const port = Number(new URL(server.url).port)
  const measured = async (connections: number, patient: boolean): Promise<Crowd> => {
    const [before, cpuBefore] = [residentMbOf(server.pid), cpuSecondsOf(server.pid)]
    const { statuses, requests, seconds, p50Ms, p99Ms } = await drive({
      port,
      request: MATCH,
      connections,
      ms,
      patient,
    })
    const served = statuses['200'] ?? 0
    const refused = (statuses['503'] ?? 0) + (statuses['429'] ?? 0)
    const cut = statuses['cut off'] ?? 0
    return {
      connections,
      patient,
      served,
      refused,
      failed: requests + cut - served - refused,
      servedASecond: served / seconds,
      cpuUs: ((cpuSecondsOf(server.pid) - cpuBefore) / served) * 1e6,
      p50Ms,
      p99Ms,
      grownMb: residentMbOf(server.pid) - before,
    }
  }
  try {
    await measured(USUAL, false)
    return [await measured(USUAL, false), await measured(10 * USUAL, false), await measured(10 * USUAL, true)]
  } finally {
    await server.stop()
  }
}
