import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerProcess } from '../../e2e/whole'
import { type DrawnPaper, drawInvoice, invoiceData, invoiceXml } from '../../papers'
import { quantile } from '../clock'
import { type Balancer, startBalancer } from './balancer'
import { Diary, type Trouble } from './diary'
import type { House } from './house'
import { freePort, type Memory, watchMemory } from './memory'
import { newOwner, type Owner, upload } from './owner'
import type { Answered } from './phone'
import { cpuSecondsOf } from './processor-time'
import { MATCH } from './requests'

/** What one kind of request came to. */
export interface Kind {
  readonly name: string
  readonly count: number
  readonly failed: number
  /** By the phone, and answered then. */
  readonly sentAgain: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

export interface Mixed {
  readonly seconds: number
  readonly owners: number
  readonly kinds: readonly Kind[]
  readonly memory: readonly Memory[]
  /** Processor time of all servers, as a share of one core. */
  readonly cores: number
  /** While the processes were restarted, one after the other. */
  readonly restart: {
    readonly requests: number
    readonly failed: number
    readonly sentAgain: number
    readonly seconds: number
  }
  /** Of the load and the restart. */
  readonly troubles: readonly Trouble[]
}

const OWNERS = 30
const PAUSE_MS = { min: 400, spread: 1_200 }
const TOKEN_EVERY_MS = 5 * 60_000
const UPLOAD_EVERY_MS = 4_000
/** One upload in so many is a photo, the others are files. */
const PHOTO_EVERY = 5
const DRAIN_S = 2

const pause = (): Promise<void> => sleep(PAUSE_MS.min + Math.random() * PAUSE_MS.spread)

const noWork = (): Promise<Answered> => Promise.resolve({ status: 0, text: '', attempts: [] })

/** One owner, who looks at this and that until the time is over. */
async function live(owner: Owner, diary: Diary, over: () => boolean): Promise<void> {
  const { companyId } = owner
  const facts = JSON.parse(MATCH.body ?? '{}')
  const rounds: readonly (readonly [string, () => Promise<Answered>])[] = [
    ['match', () => owner.ask('POST', '/v1/match', facts)],
    ['unread messages', () => owner.ask('GET', '/v1/me/unread-messages')],
    ['companies', () => owner.ask('GET', '/v1/companies')],
    ['papers', () => owner.ask('GET', `/v1/companies/${companyId}/papers`)],
    ['what is to do', () => owner.ask('GET', '/v1/me/todo')],
    ['match', () => owner.ask('POST', '/v1/match', facts)],
    ['submissions', () => owner.ask('GET', `/v1/companies/${companyId}/submissions`)],
  ]
  let refreshed = performance.now()
  for (let step = 0; !over(); step += 1) {
    const [name, work] = rounds[step % rounds.length] ?? ['', noWork]
    await diary.note(name, owner.tokenAt, work)
    if (performance.now() - refreshed > TOKEN_EVERY_MS) {
      refreshed = performance.now()
      await owner.refresh()
    }
    await pause()
  }
}

/** Sends papers one after the other, each for another owner: files mostly, now and then a photo. */
async function send(owners: readonly Owner[], diary: Diary, over: () => boolean): Promise<void> {
  for (let n = 0; !over(); n += 1) {
    const owner = owners[n % owners.length]
    if (owner === undefined) return
    const photo = n % PHOTO_EVERY === 0
    const data = invoiceData(500_000 + n)
    const paper: DrawnPaper = photo ? await drawInvoice(data) : invoiceXml(data)
    const name = photo ? '发票.jpg' : '发票.xml'
    await diary.note(photo ? 'upload of a photo' : 'upload of a file', owner.tokenAt, () =>
      upload(owner, name, paper.bytes),
    )
    await sleep(UPLOAD_EVERY_MS)
  }
}

const kindsOf = ({ times }: Diary): readonly Kind[] =>
  [...times].map(([name, all]) => {
    const ms = all.map((one) => one.ms)
    return {
      name,
      count: all.length,
      failed: all.filter(({ good }) => !good).length,
      sentAgain: all.filter(({ good, sentAgain }) => good && sentAgain).length,
      p50Ms: quantile(ms, 0.5),
      p95Ms: quantile(ms, 0.95),
      p99Ms: quantile(ms, 0.99),
    }
  })

/** Restarts each process, as for a new release, while owners go on asking. */
async function rollingRestart(house: House, servers: ServerProcess[], owners: readonly Owner[]) {
  const diary = new Diary()
  const started = performance.now()
  let done = false
  const living = Promise.all(owners.map((owner) => live(owner, diary, () => done)))
  for (const [index, server] of servers.entries()) {
    await server.stop()
    servers[index] = await house.start({ PORT: new URL(server.url).port, DRAIN_SECONDS: String(DRAIN_S) })
    await sleep(2_000)
  }
  done = true
  await living
  return {
    requests: diary.count(() => true),
    failed: diary.count(({ good }) => !good),
    sentAgain: diary.count(({ good, sentAgain }) => good && sentAgain),
    troubles: diary.troubles,
    seconds: (performance.now() - started) / 1000,
  }
}

interface Options {
  readonly seconds: number
  say(text: string): void
}

/** Owners match, upload and poll, on two processes over one PostgreSQL and one object store; then both are restarted. */
export async function mixedLoad(house: House, { seconds, say }: Options): Promise<Mixed> {
  const servers: ServerProcess[] = []
  const ports = [await freePort(), await freePort()]
  for (const port of ports) {
    servers.push(await house.start({ DRAIN_SECONDS: String(DRAIN_S), METRICS_PORT: String(port) }))
  }
  const balancer: Balancer = await startBalancer(servers.map(({ url }) => url))
  try {
    say(`mixed load: ${OWNERS} owners sign in`)
    const owners: Owner[] = []
    for (let n = 0; n < OWNERS; n += 1) owners.push(await newOwner(house.sandbox, balancer.url, 1_000 + n))
    say(`mixed load: ${seconds} s`)
    const diary = new Diary()
    const watches = servers.map(({ pid }, index) => watchMemory({ pid, metricsPort: ports[index] ?? 0 }))
    const before = servers.map(({ pid }) => cpuSecondsOf(pid))
    const started = performance.now()
    const over = (): boolean => performance.now() - started > seconds * 1000
    await Promise.all([...owners.map((owner) => live(owner, diary, over)), send(owners, diary, over)])
    const memory = watches.map((watch) => watch.stop())
    const lasted = (performance.now() - started) / 1000
    const cpu = servers.reduce((sum, { pid }, index) => sum + cpuSecondsOf(pid) - (before[index] ?? 0), 0)
    say('rolling restart')
    const { troubles, ...restart } = await rollingRestart(house, servers, owners)
    for (const owner of owners) owner.hangUp()
    return {
      seconds: lasted,
      owners: OWNERS,
      kinds: kindsOf(diary),
      memory,
      cores: cpu / lasted,
      restart,
      troubles: [...diary.troubles, ...troubles],
    }
  } finally {
    await balancer.close()
    await Promise.all(servers.map((server) => server.stop()))
  }
}
