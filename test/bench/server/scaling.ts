import { median } from '../clock'
import { cpuSecondsOf, drive } from './drive'
import type { House } from './house'
import { MATCH } from './requests'

/** What one process does beside two, over one database; all criteria in words, so that there is something to compute. */
export interface Scaling {
  readonly oneASecond: number
  readonly twoASecond: number
  /** Processor time a request, in microseconds. */
  readonly oneCpuUs: number
  readonly twoCpuUs: number
}

const HEAVY = { ...MATCH, body: MATCH.body?.replace('{"facts"', '{"explain":"all","facts"') ?? '' }
const CONNECTIONS = 16

interface Options {
  readonly rounds: number
  readonly requests: number
}

export async function scaling(house: House, { rounds, requests }: Options): Promise<Scaling> {
  const servers = [await house.start(), await house.start()]
  const targets = servers.map(({ url, pid }) => ({ port: Number(new URL(url).port), pid }))
  const run = async (among: typeof targets) => {
    const before = among.map(({ pid }) => cpuSecondsOf(pid))
    const driven = await Promise.all(
      among.map(({ port }) => drive({ port, request: HEAVY, connections: CONNECTIONS, requests })),
    )
    const cpu = among.reduce((sum, { pid }, index) => sum + cpuSecondsOf(pid) - (before[index] ?? 0), 0)
    const answered = driven.reduce((sum, one) => sum + one.requests, 0)
    return { aSecond: answered / Math.max(...driven.map(({ seconds }) => seconds)), cpuUs: (cpu / answered) * 1e6 }
  }
  try {
    await run(targets)
    const one: Awaited<ReturnType<typeof run>>[] = []
    const two: Awaited<ReturnType<typeof run>>[] = []
    for (let round = 0; round < rounds; round += 1) {
      one.push(await run(targets.slice(0, 1)))
      two.push(await run(targets))
    }
    return {
      oneASecond: median(one.map(({ aSecond }) => aSecond)),
      twoASecond: median(two.map(({ aSecond }) => aSecond)),
      oneCpuUs: median(one.map(({ cpuUs }) => cpuUs)),
      twoCpuUs: median(two.map(({ cpuUs }) => cpuUs)),
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}
