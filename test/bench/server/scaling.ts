import { median } from '../clock'
import { cpuSecondsOf, drive, type Request } from './drive'
import type { House } from './house'
import type { Owner } from './owner'
import { MATCH, readBy } from './requests'
import { throttled } from './throttle'

/** What one process does beside two, over one database. */
export interface Scaling {
  readonly what: string
  /** Of a core, for each process; absent, as much as there is. */
  readonly share?: number
  readonly oneASecond: number
  readonly twoASecond: number
  /** Processor time a request, in microseconds. */
  readonly oneCpuUs: number
  readonly twoCpuUs: number
}

/** All criteria in words, so that there is something to compute. */
const HEAVY: Request = { ...MATCH, body: MATCH.body?.replace('{"facts"', '{"explain":"all","facts"') ?? '' }
const CONNECTIONS = 32
/** So little that two of them, the database and the load fit on two cores: then it is the process that is full. */
const SHARE = 0.25
const LIMITED_MS = 5_000

interface Options {
  readonly rounds: number
  readonly requests: number
}

interface Target {
  readonly port: number
  readonly pid: number
}

interface Run {
  readonly aSecond: number
  readonly cpuUs: number
}

async function run(among: readonly Target[], load: { request: Request; requests?: number; ms?: number }): Promise<Run> {
  const before = among.map(({ pid }) => cpuSecondsOf(pid))
  const driven = await Promise.all(among.map(({ port }) => drive({ port, connections: CONNECTIONS, ...load })))
  const cpu = among.reduce((sum, { pid }, index) => sum + cpuSecondsOf(pid) - (before[index] ?? 0), 0)
  const answered = driven.reduce((sum, one) => sum + (one.statuses['200'] ?? 0), 0)
  const failed = driven.reduce((sum, one) => sum + one.requests, 0) - answered
  if (failed > 0) throw new Error(`${failed} answers other than 200`)
  return { aSecond: answered / Math.max(...driven.map(({ seconds }) => seconds)), cpuUs: (cpu / answered) * 1e6 }
}

/** The same with each process held back, however many there are. */
async function runLimited(among: readonly Target[], request: Request): Promise<Run> {
  const letGo = await throttled(
    among.map(({ pid }) => pid),
    SHARE,
  )
  try {
    return await run(among, { request, ms: LIMITED_MS })
  } finally {
    await letGo()
  }
}

/** One beside two, the rounds interleaved. */
async function compare(
  targets: readonly Target[],
  rounds: number,
  measure: (among: readonly Target[]) => Promise<Run>,
) {
  const one: Run[] = []
  const two: Run[] = []
  for (let round = 0; round < rounds; round += 1) {
    one.push(await measure(targets.slice(0, 1)))
    two.push(await measure(targets))
  }
  return {
    oneASecond: median(one.map(({ aSecond }) => aSecond)),
    twoASecond: median(two.map(({ aSecond }) => aSecond)),
    oneCpuUs: median(one.map(({ cpuUs }) => cpuUs)),
    twoCpuUs: median(two.map(({ cpuUs }) => cpuUs)),
  }
}

export async function scaling(house: House, owner: Owner, { rounds, requests }: Options): Promise<readonly Scaling[]> {
  const servers = [await house.start(), await house.start()]
  const targets = servers.map(({ url, pid }) => ({ port: Number(new URL(url).port), pid }))
  await owner.refresh()
  const read = readBy(owner)
  try {
    for (const request of [HEAVY, read]) await run(targets, { request, requests })
    return [
      {
        what: 'a match in words',
        share: SHARE,
        ...(await compare(targets, rounds, (among) => runLimited(among, HEAVY))),
      },
      {
        what: 'an authenticated read',
        share: SHARE,
        ...(await compare(targets, rounds, (among) => runLimited(among, read))),
      },
      {
        what: 'a match in words',
        ...(await compare(targets, rounds, (among) => run(among, { request: HEAVY, requests }))),
      },
    ]
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}
