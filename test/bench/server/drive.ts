import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { quantile } from '../clock'

/** One request, ready to be written to a socket. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Driven {
  readonly requests: number
  readonly seconds: number
  /** By status, how many. */
  readonly statuses: Readonly<Record<string, number>>
  /** Of those that were served. */
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

interface Load {
  readonly port: number
  readonly request: Request
  readonly connections: number
  /** Ends after so many, or after so long. */
  readonly requests?: number
  readonly ms?: number
  /** Waits as long as a refusal says before it asks again; else it asks at once. */
  readonly patient?: boolean
}

/** Resident memory of a process in megabytes; 0 where it has ended. */
export function residentMbOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const bytesOf = ({ method, path, headers = {}, body }: Request): Buffer => {
  const all = {
    host: '127.0.0.1',
    ...headers,
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
}

/** Where the first answer of these bytes ends; undefined while it has not come whole. */
function endOfAnswer(bytes: Buffer): number | undefined {
  const head = bytes.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  const headers = bytes.toString('latin1', 0, head)
  const length = /\r\ncontent-length: (\d+)/i.exec(headers)?.[1]
  if (length !== undefined) {
    const end = head + 4 + Number(length)
    return bytes.length >= end ? end : undefined
  }
  const last = bytes.indexOf('0\r\n\r\n', head + 4)
  return last < 0 ? undefined : last + 5
}

/** What a refusal tells to wait; 0 where it is none. */
function told(answer: string): number {
  const seconds = /\r\nretry-after: (\d+)/i.exec(answer)?.[1]
  return Number(seconds ?? 0) * 1000
}

/**
 * Sends one request over and over on so many connections, each waiting for its answer: a client that costs little
 * beside any server. Times are from the last byte sent to the last one received.
 */
export async function drive(load: Load): Promise<Driven> {
  const { port, request, connections, requests = Infinity, ms = Infinity, patient = false } = load
  const bytes = bytesOf(request)
  const times: number[] = []
  const statuses: Record<string, number> = {}
  const count = (status: string): void => {
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  const started = performance.now()
  let answers = 0
  let left = requests
  const open = (): Promise<void> =>
    new Promise((resolve) => {
      const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let held = Buffer.alloc(0)
      let sentAt = 0
      const end = (): void => {
        socket.destroy()
        resolve()
      }
      const send = (): void => {
        if (left <= 0 || performance.now() - started > ms) {
          end()
          return
        }
        left -= 1
        sentAt = performance.now()
        socket.write(bytes)
      }
      socket.on('connect', send)
      socket.on('error', () => {
        count('cut off')
        end()
      })
      socket.on('data', (chunk) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
        const whole = endOfAnswer(held)
        if (whole === undefined) return
        const status = held.toString('latin1', 9, 12)
        count(status)
        answers += 1
        if (status !== '503' && status !== '429') times.push(performance.now() - sentAt)
        const waitMs = patient ? told(held.toString('latin1', 0, whole)) : 0
        held = held.subarray(whole)
        if (waitMs > 0) setTimeout(send, Math.min(waitMs, started + ms - performance.now()))
        else send()
      })
    })
  await Promise.all(Array.from({ length: connections }, open))
  return {
    requests: answers,
    seconds: (performance.now() - started) / 1000,
    statuses,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    p99Ms: quantile(times, 0.99),
  }
}
