import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const main = resolve(import.meta.dirname, '../../bff/dist/main.js')

/** Where it says it is: on a port that was free when it began to listen, whatever else starts beside it. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    if (child.stdout === null) return failed(new Error('no output'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^算惠通已启动：(http:\/\/\S+)/.exec(line)?.[1]
      if (url !== undefined) found(url)
    })
  })
}

export interface Running {
  readonly url: string
  stop(): Promise<void>
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error('the server did not get ready within a minute')
}

/** The server as `npm start` runs it, built, in a process of its own, on a free port and a fresh data folder. */
export async function startServer(): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'suanhui-'))
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let url: string
  try {
    url = await addressOf(child)
    await ready(url, child)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return {
    url,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
