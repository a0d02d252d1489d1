import { availableParallelism } from 'node:os'
import { type Beside, beside, type Run } from './beside'
import { drive, type Request } from './drive'
import type { House } from './house'
import type { Owner } from './owner'
import { cpuSecondsOf, familySecondsOf, threadsMsOf } from './processor-time'
import { MATCH, readBy } from './requests'
import { bodyOf, type Listening, startOurs, startStack } from './start-stack'
import { throttled } from './throttle'

/** What one process does beside two, over one database. */
export interface Scaling {
  /** Each process may have this share of a core. */
  readonly share: number
  readonly limited: readonly (Beside & { readonly stack: string; readonly what: string })[]
  /** Ours with as much as there is. */
  readonly unlimited: Beside & { readonly what: string }
  readonly cores: number
}

/** All criteria in words, so that there is something to compute. */
const HEAVY: Request = { ...MATCH, body: MATCH.body?.replace('{"facts"', '{"explain":"all","facts"') ?? '' }
const CONNECTIONS = 32
/** So little that two of them, the database and the load leave most of two cores free: the process is full, not they. */
const SHARE = 0.12

/** Held back, a process would take minutes until its code is compiled: that is done before. */
const warming = (read: Request): readonly (readonly [Request, number])[] => [
  [HEAVY, 2],
  [read, 8],
]

interface Options {
  readonly rounds: number
  /** Of each process, where nothing holds it back. */
  readonly requests: number
  readonly limitedMs: number
  say(text: string): void
}

type Load =
  | { readonly request: Request; readonly requests: number }
  | { readonly request: Request; readonly ms: number }

/** @param othersS processor time so far of all that works for them, in seconds. */
async function run(among: readonly Listening[], load: Load, othersS: () => number): Promise<Run> {
  const own = (): number => among.reduce((sum, { pid }) => sum + threadsMsOf(pid), 0) / 1000
  const [ownBefore, othersBefore] = [own(), othersS()]
  const driven = await Promise.all(among.map(({ port }) => drive({ port, connections: CONNECTIONS, ...load })))
  const [ownS, othersTook] = [own() - ownBefore, othersS() - othersBefore]
  const answered = driven.reduce((sum, one) => sum + (one.statuses['200'] ?? 0), 0)
  const failed = driven.reduce((sum, one) => sum + one.requests, 0) - answered
  if (failed > 0) throw new Error(`${failed} answers other than 200`)
  return {
    aSecond: answered / Math.max(...driven.map(({ seconds }) => seconds)),
    cpuUs: (ownS / answered) * 1e6,
    allUs: ((ownS + othersTook) / answered) * 1e6,
  }
}

/** One beside two, the rounds interleaved; now this one, now that one is alone, for no two are quite the same. */
async function compare(
  pair: readonly Listening[],
  rounds: number,
  measure: (among: readonly Listening[]) => Promise<Run>,
): Promise<Beside> {
  const found: { one: Run; two: Run }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const alone = pair.slice(round % pair.length).slice(0, 1)
    found.push({ one: await measure(alone), two: await measure(pair) })
  }
  return beside(found)
}

export async function scaling(house: House, owner: Owner, options: Options): Promise<Scaling> {
  const { rounds, requests, limitedMs, say } = options
  const started: Listening[] = []
  const twice = async (start: () => Promise<Listening>): Promise<readonly Listening[]> => {
    const pair = [await start(), await start()]
    started.push(...pair)
    return pair
  }
  const othersS = (): number => cpuSecondsOf(process.pid) + familySecondsOf(house.databasePid)
  const limitedRun = (request: Request) => async (among: readonly Listening[]) => {
    const letGo = await throttled(
      among.map(({ pid }) => pid),
      SHARE,
    )
    try {
      return await run(among, { request, ms: limitedMs }, othersS)
    } finally {
      await letGo()
    }
  }
  try {
    const ours = await twice(() => startOurs(house))
    await owner.refresh()
    const read = readBy(owner)
    const [first = { port: 0 }] = ours
    const settings = {
      databaseUrl: house.databaseUrl,
      token: owner.accessToken,
      personId: owner.personId,
      answers: { match: await bodyOf(first.port, HEAVY), read: await bodyOf(first.port, read) },
    }
    const stacks = [
      { stack: 'ours', pair: ours },
      { stack: 'node:http with our work', pair: await twice(() => startStack('plain', settings)) },
      { stack: 'bare node:http', pair: await twice(() => startStack('bare', settings)) },
    ]
    for (const { pair } of stacks) {
      for (const [request, times] of warming(read)) await run(pair, { request, requests: requests * times }, othersS)
    }
    const limited: Scaling['limited'][number][] = []
    for (const { what, request } of [
      { what: 'an authenticated read', request: read },
      { what: 'a match in words', request: HEAVY },
    ]) {
      for (const { stack, pair } of stacks) {
        say(`scaling: ${what}, ${stack}`)
        limited.push({ stack, what, ...(await compare(pair, rounds, limitedRun(request))) })
      }
    }
    say('scaling: without limit')
    return {
      share: SHARE,
      limited,
      unlimited: {
        what: 'a match in words',
        ...(await compare(ours, rounds, (among) => run(among, { request: HEAVY, requests }, othersS))),
      },
      cores: availableParallelism(),
    }
  } finally {
    await Promise.all(started.map((server) => server.stop()))
  }
}
