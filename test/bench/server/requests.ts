import { BUYER } from '../../contract/buyer'
import { median } from '../clock'
import { install } from '../rules/peers/install'
import { type Driven, drive, type Request } from './drive'
import type { House } from './house'
import type { Owner } from './owner'
import { cpuSecondsOf } from './processor-time'
import { bodyOf, type Listening, startOurs, startStack } from './start-stack'

export const MATCH: Request = { method: 'POST', path: '/v1/match', body: JSON.stringify({ facts: BUYER }) }
const READ = '/v1/companies'
export const readBy = ({ accessToken }: Owner): Request => ({
  method: 'GET',
  path: READ,
  headers: { authorization: `Bearer ${accessToken}` },
})

/** Signed in, and answered without a statement: nobody can have a message of that name. */
const refusedBy = (owner: Owner): Request => ({ ...readBy(owner), path: '/v1/me/messages/none' })

export type StackName =
  | 'bare node:http'
  | 'node:http with our work'
  | 'ours'
  | `fastify ${string}`
  | `express ${string}`
export type RouteName = 'match' | 'read' | 'refusal'
const ROUTES: readonly RouteName[] = ['match', 'read', 'refusal']
/** The request's own id stands in a refusal. */
const withoutId = (body: string): string => body.replace(/"requestId":"[^"]*"/, '')

export interface RequestCost {
  readonly stack: string
  readonly route: RouteName
  /** Processor time a request of the server's process, the middle of the rounds, in microseconds. */
  readonly cpuUs: number
  readonly bestUs: number
  readonly aSecond: number
  readonly p50Ms: number
}

export interface Requests {
  readonly costs: readonly RequestCost[]
  /** Frames that answer anything else than ours. */
  readonly differences: readonly string[]
}

const CONNECTIONS = 32
const FRAMES = [
  { name: 'fastify', version: '5.12.8' },
  { name: 'express', version: '5.3.0' },
] as const

interface Measured extends Driven {
  readonly cpuUs: number
}

async function measure({ port, pid }: Listening, request: Request, requests: number): Promise<Measured> {
  await drive({ port, request, connections: CONNECTIONS, requests: Math.ceil(requests / 2) })
  const before = cpuSecondsOf(pid)
  const driven = await drive({ port, request, connections: CONNECTIONS, requests })
  const expected = request.path === MATCH.path || request.path === READ ? '200' : '404'
  const failed = Object.entries(driven.statuses).filter(([status]) => status !== expected)
  if (failed.length > 0) throw new Error(`answers other than ${expected}: ${JSON.stringify(driven.statuses)}`)
  return { ...driven, cpuUs: ((cpuSecondsOf(pid) - before) / driven.requests) * 1e6 }
}

interface Options {
  readonly rounds: number
  readonly requests: number
  say(text: string): void
}

/** What a request costs in each frame, three routes, fresh processes, the rounds interleaved. */
export async function requestCosts(house: House, owner: Owner, { rounds, requests, say }: Options): Promise<Requests> {
  const ours = await startOurs(house)
  const answers = {
    match: await bodyOf(ours.port, MATCH),
    read: await bodyOf(ours.port, readBy(owner)),
    refusal: await bodyOf(ours.port, refusedBy(owner)),
  }
  await ours.stop()
  const settings = () => ({
    databaseUrl: house.databaseUrl,
    token: owner.accessToken,
    personId: owner.personId,
    answers,
  })
  const starts: [string, () => Promise<Listening>][] = [
    ['bare node:http', () => startStack('bare', settings())],
    ['node:http with our work', () => startStack('plain', settings())],
    ['ours', () => startOurs(house)],
  ]
  for (const { name, version } of FRAMES) {
    const installed = await install({ name, version })
    if ('missing' in installed) say(`${name} cannot be installed: ${installed.missing}`)
    else starts.push([`${name} ${version}`, () => startStack(name, { ...settings(), module: installed.module })])
  }
  const found = new Map<string, Measured[]>()
  const differences: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const [stack, start] of starts) {
      say(`requests, round ${round + 1}: ${stack}`)
      // A token lasts ten minutes, and on a busy machine a round may as well.
      await owner.refresh()
      const routes: Readonly<Record<RouteName, Request>> = {
        match: MATCH,
        read: readBy(owner),
        refusal: refusedBy(owner),
      }
      const server = await start()
      for (const route of ROUTES) {
        if (round === 0 && withoutId(await bodyOf(server.port, routes[route])) !== withoutId(answers[route]))
          differences.push(`${stack} answers ${route} otherwise`)
        const key = `${stack}\n${route}`
        found.set(key, [...(found.get(key) ?? []), await measure(server, routes[route], requests)])
      }
      await server.stop()
    }
  }
  const costs = [...found].map(([key, all]): RequestCost => {
    const [stack = '', route] = key.split('\n')
    return {
      stack,
      route: ROUTES.find((one) => one === route) ?? 'match',
      cpuUs: median(all.map(({ cpuUs }) => cpuUs)),
      bestUs: Math.min(...all.map(({ cpuUs }) => cpuUs)),
      aSecond: median(all.map((one) => one.requests / one.seconds)),
      p50Ms: median(all.map(({ p50Ms }) => p50Ms)),
    }
  })
  return { costs, differences }
}
