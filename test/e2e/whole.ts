import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { sandboxEnvironment } from '../sandbox/environment'
import { type Sandbox, startSandbox } from '../sandbox/sandbox'

const main = resolve(import.meta.dirname, '../../bff/dist/main.js')

export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** Every line that it wrote. */
  lines(): readonly string[]
  /** As the machine does when memory runs out: no word, no time. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** The product's server, built, in a process of its own. Port 0 takes a free one; `flags` are Node's. */
export function startServerProcess(
  variables: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, [...flags, main], {
    env: { PATH: process.env.PATH, PAGE_DIR: process.env.PAGE_DIR, LOG_LEVEL: 'warn', PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal)
    await ended
  }
  return new Promise((found, failed) => {
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    if (child.stdout === null || child.stderr === null) return failed(new Error('no output'))
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line)
      console.error(line)
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const url = /^算惠通已启动：(http:\/\/\S+)/.exec(line)?.[1]
      if (url === undefined) return
      found({ url, pid: child.pid ?? 0, lines: () => lines, kill: end('SIGKILL'), stop: end('SIGTERM') })
    })
  })
}

/** The sandbox with one or more servers over one database. */
export interface Whole {
  readonly sandbox: Sandbox
  readonly servers: readonly ServerProcess[]
  /** What all of them wrote, those that were killed too. */
  log(): string
  /** Kills a server and starts it again on the same port, over what the dead one left. */
  crash(index?: number): Promise<void>
  stop(): Promise<void>
}

export interface WholeSettings {
  readonly processes?: number
  readonly variables?: Readonly<Record<string, string>>
  /** What both sides sign with. */
  readonly signing?: 'hmac' | 'sm2'
}

export async function startWhole({
  processes = 1,
  variables = {},
  signing = 'hmac',
}: WholeSettings = {}): Promise<Whole> {
  const dataDir = await mkdtemp(join(tmpdir(), 'suanhui-whole-'))
  const sandbox = await startSandbox({ dataDir, signing })
  const environment = { ...sandboxEnvironment(sandbox, {}), DATA_DIR: dataDir, LOG_LEVEL: 'info', ...variables }
  const servers: ServerProcess[] = []
  // One after the other: the first makes the tables and the keys.
  for (let count = 0; count < processes; count++) servers.push(await startServerProcess(environment))
  sandbox.serve(servers[0]?.url ?? '')
  const all = [...servers]
  return {
    sandbox,
    servers,
    log: () => all.flatMap((server) => server.lines()).join('\n'),
    async crash(index = 0) {
      const server = servers[index]
      if (server === undefined) throw new Error('there is no such server')
      await server.kill()
      const next = await startServerProcess({ ...environment, PORT: new URL(server.url).port })
      servers[index] = next
      all.push(next)
    },
    async stop() {
      await Promise.all(servers.map((server) => server.stop()))
      await sandbox.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
