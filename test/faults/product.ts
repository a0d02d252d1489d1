import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

export const BUILT = resolve(import.meta.dirname, '../../bff/dist')
/** A start repeats the database's log, and on a busy machine that takes its time. */
const START_WITHIN_MS = 180_000

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** What it said, the last of it. */
  readonly words: string
}

/** The built server in a process of its own. */
export interface Product {
  readonly url: string
  readonly pid: number
  readonly ended: Promise<Ended>
  words(): string
  signal(signal: NodeJS.Signals): void
  /** No word, no time. */
  kill(): Promise<Ended>
  stop(): Promise<Ended>
}

export interface ProductSettings {
  readonly variables: Readonly<Record<string, string>>
  /** The folder with `main.js`; the built one, unless a fault is put into it. */
  readonly program?: string
  /** A module that is loaded before it. */
  readonly preload?: string
}

interface Begun {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  words(): string
}

function begin({ variables, program = BUILT, preload }: ProductSettings): Begun {
  const given = preload === undefined ? [] : ['--import', preload]
  // Each life is short: to optimise the database's code would take half of it.
  const child = spawn(process.execPath, ['--liftoff-only', ...given, resolve(program, 'main.js')], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-20_000)
    })
  }
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, words }))
  return { child, ended, words: () => words }
}

/** Starts it. @throws where it ends before it listens, with its words. */
export async function startProduct(settings: ProductSettings): Promise<Product> {
  const { child, ended, words } = begin(settings)
  const end = (signal: NodeJS.Signals) => (): Promise<Ended> => {
    child.kill(signal)
    return ended
  }
  const url = new Promise<string>((found, failed) => {
    if (child.stdout === null) return failed(new Error('no output'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^算惠通已启动：(http:\/\/\S+)/.exec(line)?.[1]
      if (address !== undefined) found(address)
    })
    void ended.then(({ code, words: said }) => failed(new Error(`the server ended with ${code}: ${said}`)))
    setTimeout(() => failed(new Error(`the server does not start: ${words()}`)), START_WITHIN_MS).unref()
  })
  try {
    return {
      url: await url,
      pid: child.pid ?? 0,
      ended,
      words,
      signal: (signal) => void child.kill(signal),
      kill: end('SIGKILL'),
      stop: end('SIGTERM'),
    }
  } catch (error) {
    child.kill('SIGKILL')
    await ended
    throw error
  }
}

/** Starts it where it is expected not to: waits for its end. */
export async function startInVain(settings: ProductSettings, withinMs = START_WITHIN_MS): Promise<Ended> {
  const { child, ended, words } = begin(settings)
  const late = setTimeout(() => child.kill('SIGKILL'), withinMs)
  const outcome = await ended
  clearTimeout(late)
  return { ...outcome, words: words() }
}

/** So that a server comes back where it was. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
