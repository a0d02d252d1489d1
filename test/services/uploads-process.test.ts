import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Upload } from '@suanhui/shared/api'
import { expect, it, onTestFinished } from 'vitest'
import { childOf } from '../stores/child'
import { freshDirectory, freshPath } from '../stores/engines'
import { sha256 } from './uploading'

const PART = 512 * 1024
const MB = 1024 * 1024
const PERSON = '00000000-0000-4000-8000-000000000001'
const ROOT = '/v1/companies/00000000-0000-4000-8000-000000000002/uploads'

interface Server {
  readonly url: string
  readonly pid: number
  kill(): Promise<void>
}

/** A server process of its own, with the C library's heaps as we run it. */
async function start(directory: string, files: string): Promise<Server> {
  const child = childOf('../services/upload-child.ts', [directory, files], { MALLOC_ARENA_MAX: '2' })
  let complaints = ''
  child.stderr.on('data', (text: Buffer) => {
    complaints += String(text)
  })
  const ended = once(child, 'exit')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([once(lines, 'line'), ended.then(() => undefined)])
  if (first === undefined) throw new Error(`the server ended early: ${complaints}`)
  return { url: String(first[0]), pid: child.pid ?? 0, kill }
}

const ask = (server: Server, method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${PERSON}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

const put = (server: Server, id: string, part: number, bytes: Uint8Array): Promise<Response> =>
  fetch(`${server.url}${ROOT}/${id}/parts/${part}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${PERSON}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes.subarray(part * PART, (part + 1) * PART)),
  })

/** Sends these parts, three at a time; whoever is cut off stops. @returns those that were acknowledged. */
async function sendAll(server: Server, id: string, parts: readonly number[], bytes: Uint8Array): Promise<Set<number>> {
  const waiting = [...parts]
  const acknowledged = new Set<number>()
  const lane = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const answer = await put(server, id, part, bytes)
      if (answer.status !== 204) throw new Error(await answer.text())
      acknowledged.add(part)
    }
  }
  await Promise.allSettled([lane(), lane(), lane()])
  return acknowledged
}

const pdf = (size: number): Uint8Array => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)])

it('has every acknowledged part after kill -9, again and again, and the file whole in the end', async () => {
  const [directory, files] = [freshDirectory(), freshPath('files')]
  const bytes = pdf(20 * PART + 5)
  let server = await start(directory, files)
  const begun = await ask(server, 'POST', ROOT, { name: '合同.pdf', size: bytes.length, sha256: sha256(bytes) })
  const { id, parts }: Upload = await begun.json()
  const acknowledged = new Set<number>()
  for (let life = 0; life < 3; life += 1) {
    const left = Array.from({ length: parts }, (_, part) => part).filter((part) => !acknowledged.has(part))
    const [sending, dying] = [sendAll(server, id, left.slice(0, 8), bytes), server]
    setTimeout(() => void dying.kill(), 60 + life * 40)
    for (const part of await sending) acknowledged.add(part)
    await dying.kill()
    server = await start(directory, files)
    const { received }: Upload = await (await ask(server, 'GET', `${ROOT}/${id}`)).json()
    expect(received).toEqual(expect.arrayContaining([...acknowledged]))
    for (const part of received) acknowledged.add(part)
  }
  const rest = Array.from({ length: parts }, (_, part) => part).filter((part) => !acknowledged.has(part))
  await sendAll(server, id, rest, bytes)
  const completing = ask(server, 'POST', `${ROOT}/${id}/complete`).catch(() => undefined)
  setTimeout(() => void server.kill(), 15)
  await completing
  await server.kill()
  server = await start(directory, files)
  const answer = await ask(server, 'POST', `${ROOT}/${id}/complete`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ sha256: sha256(bytes) })
  console.log(`killed 4 times, ${acknowledged.size} of ${parts} parts acknowledged before the last life, 0 lost`)
})

const memoryOf = (pid: number, what: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** What four files of 50 MB at once add to a fresh server's memory, in MB. */
async function addedByFourUploads(): Promise<number> {
  const server = await start(freshDirectory(), freshPath('files'))
  const whole = async (size: number): Promise<void> => {
    const bytes = pdf(size)
    const begun = await ask(server, 'POST', ROOT, { name: 'a.pdf', size: bytes.length, sha256: sha256(bytes) })
    const { id, parts }: Upload = await begun.json()
    const sent = await sendAll(
      server,
      id,
      Array.from({ length: parts }, (_, part) => part),
      bytes,
    )
    expect(sent.size).toBe(parts)
    expect((await ask(server, 'POST', `${ROOT}/${id}/complete`)).status).toBe(200)
  }
  // One small file first, so that what is loaded once is not counted.
  await whole(2 * MB)
  const before = memoryOf(server.pid, 'VmRSS')
  const begunAt = performance.now()
  await Promise.all(Array.from({ length: 4 }, () => whole(50 * MB)))
  const seconds = (performance.now() - begunAt) / 1000
  const peak = memoryOf(server.pid, 'VmHWM')
  console.log(`4 × 50 MB: ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most, ${seconds.toFixed(1)} s`)
  await server.kill()
  return peak - before
}

const middleOf = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

// When garbage is collected is chance: of three servers the one in the middle counts, of five where three leave doubt.
it('takes four files of 50 MB at once in at most 60 MB more memory', async () => {
  const added: number[] = []
  while (added.length < 3 || (added.length < 5 && middleOf(added) > 60)) added.push(await addedByFourUploads())
  expect(middleOf(added)).toBeLessThanOrEqual(60)
}, 300_000)
