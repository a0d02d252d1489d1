import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { median } from '../clock'
import { residentMbOf } from './drive'

export interface Memory {
  /** Of one process, in megabytes: the middle of a fifth of the time. */
  readonly earlyMb: number
  readonly lateMb: number
  /** The least the JavaScript heap held in these fifths, which is what collections leave. */
  readonly heapEarlyMb: number
  readonly heapLateMb: number
}

const RESIDENT_EVERY_MS = 2_000
/** Each reading of the metrics asks the database how many jobs wait: not too often. */
const HEAP_EVERY_MS = 5_000
/** By then the code is compiled, the pools are open and the caches of pages are made. */
const WARM_UP = 0.3
const FIFTH = 0.2

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function heapMbOf(metricsPort: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`)
  const bytes = /^suanhuitong_memory_bytes\{kind="heapUsed"\} (\d+)/m.exec(await answer.text())?.[1]
  return Number(bytes) / 1024 ** 2
}

const between = (samples: readonly number[], from: number, to: number): readonly number[] =>
  samples.slice(Math.floor(samples.length * from), Math.ceil(samples.length * to))

/** Looks at the memory of a process until `stop`. */
export function watchMemory({ pid, metricsPort }: { readonly pid: number; readonly metricsPort: number }) {
  const resident: number[] = []
  const heap: number[] = []
  const timers = [
    setInterval(() => resident.push(residentMbOf(pid)), RESIDENT_EVERY_MS),
    setInterval(() => {
      heapMbOf(metricsPort).then(
        (mb) => heap.push(mb),
        () => undefined,
      )
    }, HEAP_EVERY_MS),
  ]
  return {
    stop(): Memory {
      for (const timer of timers) clearInterval(timer)
      return {
        earlyMb: median(between(resident, WARM_UP, WARM_UP + FIFTH)),
        lateMb: median(between(resident, 1 - FIFTH, 1)),
        heapEarlyMb: Math.min(...between(heap, WARM_UP, WARM_UP + FIFTH)),
        heapLateMb: Math.min(...between(heap, 1 - FIFTH, 1)),
      }
    },
  }
}
