import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const script = resolve(import.meta.dirname, '../sandbox/demo.ts')

/** Everything that `npm start` runs: the product with its page, and the sandbox that plays the systems behind it. */
export interface Demo {
  readonly url: string
  readonly sandboxUrl: string
  readonly dataDir: string
  stop(): Promise<void>
}

function addresses(child: ChildProcess): Promise<{ readonly url: string; readonly sandboxUrl: string }> {
  return new Promise((found, failed) => {
    let url: string | undefined
    child.once('exit', (code) => failed(new Error(`npm start ended with ${code}`)))
    if (child.stdout === null) return failed(new Error('no output'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      url ??= /^算惠通已启动：(http:\/\/\S+)/.exec(line)?.[1]
      const sandboxUrl = /^审核工作台：(http:\/\/\S+)\/desk/.exec(line)?.[1]
      if (url !== undefined && sandboxUrl !== undefined) found({ url, sandboxUrl })
    })
  })
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error('the server did not get ready within a minute')
}

/** Starts it on free ports, with a fresh data folder, or on the given one. */
export async function startDemo(variables: Readonly<Record<string, string>> = {}): Promise<Demo> {
  const dataDir = variables.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'suanhui-demo-')))
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      SANDBOX_PORT: '0',
      LOG_LEVEL: 'warn',
      DATA_DIR: dataDir,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const found = await addresses(child)
    await ready(found.url)
    return {
      ...found,
      dataDir,
      stop: async () => {
        const ended = new Promise((done) => child.once('exit', done))
        child.kill('SIGTERM')
        await ended
        if (variables.DATA_DIR === undefined) await rm(dataDir, { recursive: true, force: true })
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}
