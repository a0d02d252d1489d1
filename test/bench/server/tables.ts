import { figure, percent, type Table, times } from '../report'
import type { Crowd } from './crowd'
import type { Trouble } from './diary'
import type { Mixed } from './mixed'
import type { Shares } from './profiles'
import type { RequestCost, Requests, RouteName } from './requests'
import type { Scaling } from './scaling'
import { scalingRows } from './scaling-tables'

/** What came of the parts that were run. */
export interface Measured {
  readonly requests?: Requests
  readonly two?: Scaling
  readonly restMb?: number
  readonly crowd?: readonly Crowd[]
  readonly mixed?: Mixed
  readonly shares?: Shares
  /** Of the machine when the bench began. */
  readonly load?: number
}

const us = (value: number): string => `${figure(value)} µs`
const ms = (value: number): string => `${figure(value)} ms`
const mb = (value: number): string => `${Math.round(value)} MB`
const met = (good: boolean): string => (good ? 'yes' : 'no')

const costOf = ({ costs }: Requests, stack: string, route: RouteName): RequestCost | undefined =>
  costs.find((one) => one.stack.startsWith(stack) && one.route === route)

function ratioRow(requests: Requests, route: RouteName, what: string, goal: number): readonly string[] {
  const [ours, bare] = [costOf(requests, 'ours', route), costOf(requests, 'bare', route)]
  if (!ours || !bare) return [what, times(goal), '–', '–', '–']
  const ratio = ours.cpuUs / bare.cpuUs
  const frames = ['node:http', 'fastify', 'express'].flatMap((name) => {
    const one = costOf(requests, name, route)
    return one ? [`${name} with our work ${times(one.cpuUs / bare.cpuUs)}`] : []
  })
  return [what, times(goal), `${times(ratio)} (${us(ours.cpuUs)})`, met(ratio <= goal), frames.join(', ')]
}

/** A read over node:http that asks the same statement: what everything but the statement and the socket adds. */
function readRow(requests: Requests, what: string, goal: number): readonly string[] {
  const [ours, bare] = [costOf(requests, 'ours', 'read'), costOf(requests, 'bare', 'read')]
  const work = costOf(requests, 'node:http', 'read')
  if (!ours || !bare || !work) return [what, times(goal), '–', '–', '–']
  const ratio = ours.cpuUs / work.cpuUs
  const others = ['fastify', 'express'].flatMap((name) => {
    const one = costOf(requests, name, 'read')
    return one ? [`${name} with our work ${times(one.cpuUs / work.cpuUs)}`] : []
  })
  const overNothing = `over node:http that asks nothing ${times(ours.cpuUs / bare.cpuUs)}, where node:http with the statement takes ${times(work.cpuUs / bare.cpuUs)}`
  return [
    what,
    times(goal),
    `${times(ratio)} (${us(ours.cpuUs)})`,
    met(ratio <= goal),
    [...others, overNothing].join(', '),
  ]
}

type Row = readonly string[]

const whatRefusedDo = ({ patient }: Crowd): string => (patient ? 'waits as told' : 'asks again at once')

/** Of what is served to as many as it can bear. */
const CROWD_GOAL = 0.8

function crowdRows([usual, ...rushes]: readonly Crowd[]): readonly Row[] {
  if (usual === undefined) return []
  return rushes.map((rush) => {
    const ratio = rush.servedASecond / usual.servedASecond
    return [
      `${rush.connections} connections at once, ${whatRefusedDo(rush)}: served a second, beside ${usual.connections}`,
      `× ${CROWD_GOAL}`,
      `${times(ratio)} (${figure(rush.servedASecond)}, ${figure(usual.servedASecond)})`,
      met(rush.failed === 0 && ratio >= CROWD_GOAL),
      `${rush.refused} told to come again, ${rush.failed} without an answer`,
    ]
  })
}

function mixedRows({ seconds, kinds, memory, restart }: Mixed): readonly Row[] {
  const all = (of: 'failed' | 'sentAgain' | 'count'): number => kinds.reduce((sum, kind) => sum + kind[of], 0)
  return [
    [
      `mixed load, ${Math.round(seconds)} s: resident memory after warming up, to the end`,
      'no growth',
      memory.map(({ earlyMb, lateMb }) => `${mb(earlyMb)} → ${mb(lateMb)}`).join(', '),
      met(memory.every(({ earlyMb, lateMb }) => lateMb - earlyMb < 20)),
      `heap after collections ${memory.map(({ heapEarlyMb, heapLateMb }) => `${mb(heapEarlyMb)} → ${mb(heapLateMb)}`).join(', ')}`,
    ],
    [
      'the same: failed requests',
      '0',
      String(all('failed')),
      met(all('failed') === 0),
      `of ${all('count')}; ${all('sentAgain')} sent again by the phone`,
    ],
    [
      'rolling restart of both processes: failed requests',
      '0',
      String(restart.failed),
      met(restart.failed + restart.sentAgain === 0),
      `${restart.requests} requests in ${Math.round(restart.seconds)} s; ${restart.sentAgain} sent again by the phone`,
    ],
  ]
}

export const goalTable = ({ requests, two, restMb, crowd, mixed, load = Number.NaN }: Measured): Table => ({
  title: 'Goals',
  head: ['what', 'goal', 'measured', 'met', 'beside it, same run'],
  rows: [
    ...(requests
      ? [
          ratioRow(requests, 'match', '`POST /v1/match`, CPU a request over bare node:http', 3),
          ratioRow(requests, 'refusal', 'authenticated request that asks no statement, over bare node:http', 2.5),
          readRow(requests, 'authenticated read of one statement, over node:http with the same statement', 2.5),
        ]
      : []),
    ...(two ? scalingRows(two) : []),
    ...(restMb === undefined
      ? []
      : [['memory at rest, embedded database', '300 MB', mb(restMb), met(restMb <= 300), '']]),
    ...(crowd ? crowdRows(crowd) : []),
    ...(mixed ? mixedRows(mixed) : []),
  ],
  notes: [
    `Processor time of the server's process and all its threads; load of the machine at the start ${figure(load)}.`,
    'Bare node:http drains the body and answers the same bytes without any work; fastify and express do our work (contract, decision, statement) with a token from a table, no limits, no log, no metrics, no headers.',
    'The references of the goal for reads, fastify × 1.5 and express × 8, ask no database. Ours that asks none is a refusal: whoever is signed in asks for a message that cannot be. It passes all that a read passes, token, limits, router, headers, log, metrics, and is answered as an error, which costs more than an answer of the same size. A read of one statement stands beside node:http with that statement, which no frame is spared.',
    'Load, servers, PostgreSQL and the object store share the two cores.',
  ],
})

const ROUTE_WORDS: Readonly<Record<RouteName, string>> = {
  match: 'POST /v1/match',
  read: 'GET /v1/companies',
  refusal: 'GET /v1/me/messages/none',
}

export const requestTable = ({ costs }: Requests): Table => ({
  title: 'A request in each frame, 32 connections',
  head: ['stack', 'route', 'CPU a request', 'best', 'over bare', 'a second', 'p50'],
  rows: costs.map((one) => {
    const bare = costs.find(({ stack, route }) => stack.startsWith('bare') && route === one.route)
    return [
      one.stack,
      ROUTE_WORDS[one.route],
      us(one.cpuUs),
      us(one.bestUs),
      times(one.cpuUs / (bare?.cpuUs ?? Number.NaN)),
      figure(one.aSecond),
      ms(one.p50Ms),
    ]
  }),
})

export const crowdTable = (crowd: readonly Crowd[]): Table => ({
  title: 'A crowd at one process',
  head: [
    'connections',
    'who is refused',
    'served',
    'refused',
    'failed',
    'served a second',
    'CPU for each',
    'p50',
    'p99',
    'memory',
  ],
  rows: crowd.map((one) => [
    String(one.connections),
    whatRefusedDo(one),
    String(one.served),
    String(one.refused),
    String(one.failed),
    figure(one.servedASecond),
    us(one.cpuUs),
    ms(one.p50Ms),
    ms(one.p99Ms),
    `${one.grownMb >= 0 ? '+' : ''}${Math.round(one.grownMb)} MB`,
  ]),
  notes: [
    'A refusal is 503 with `Retry-After`, said after a quarter of a second; a phone waits as it says, with its words on the screen.',
    'CPU for each, p50 and p99 are of those that were served; what the refusals took is in it.',
  ],
})

export const mixedTable = ({ kinds, owners, cores, seconds }: Mixed): Table => ({
  title: `${owners} owners for ${Math.round(seconds)} s on two processes, PostgreSQL and an object store`,
  head: ['what', 'times', 'failed', 'sent again', 'p50', 'p95', 'p99'],
  rows: kinds.map((one) => [
    one.name,
    String(one.count),
    String(one.failed),
    String(one.sentAgain),
    ms(one.p50Ms),
    ms(one.p95Ms),
    ms(one.p99Ms),
  ]),
  notes: [
    'Memory: the middle of the fifth that begins after three tenths of the time, and of the last fifth; of the heap, the least seen in each.',
    `The servers took ${figure(cores)} cores; reading the papers happens in processes of their own.`,
    'A phone sends a read, and a write with a name of its own, up to twice again, as the mini-program does.',
  ],
})

/** How many of them are worth a line each. */
const MOST_TROUBLES = 20

export const troubleTable = (troubles: readonly Trouble[]): Table => ({
  title: 'Requests that had no good answer at once',
  head: ['what', 'status', 'error', 'answered later', 'connection silent for', 'age of the token', 'at'],
  rows: troubles
    .slice(0, MOST_TROUBLES)
    .map(({ what, status, error = '–', mended, idleMs, tokenS, atS }) => [
      what,
      status === 0 ? 'none' : String(status),
      error,
      mended ? 'yes' : 'no',
      idleMs === undefined ? 'new' : ms(idleMs),
      `${figure(tokenS)} s`,
      `${figure(atS)} s`,
    ]),
  notes: troubles.length > MOST_TROUBLES ? [`And ${troubles.length - MOST_TROUBLES} more.`] : [],
})

export const profileTable = (shares: Shares): Table => {
  const [match = [], read = []] = Object.values(shares)
  const parts = [...new Set([...match, ...read].filter(([, share]) => share >= 0.01).map(([part]) => part))]
  const of = (all: readonly (readonly [string, number])[], part: string): string =>
    percent(all.find(([name]) => name === part)?.[1] ?? 0)
  return {
    title: 'Where processor time goes',
    head: ['part', 'POST /v1/match', 'GET /v1/companies'],
    rows: parts.map((part) => [part, of(match, part), of(read, part)]),
    notes: ['Of the main thread, starting included; `writev` and `writeString` are the kernel taking bytes.'],
  }
}
