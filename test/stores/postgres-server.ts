import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** PostgreSQL refuses to run as root; `nobody` is there on every system and owns nothing else. */
const NOBODY = 65_534
const asOther = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined
const START_WITHIN_MS = 20_000

export interface PostgresServer {
  readonly url: (database: string) => string
  /** Of the process that all its others are children of; 0 while it does not run. */
  pid(): number
  /** Ends it as a broken machine would: SIGKILL. */
  kill(): Promise<void>
  /** Does nothing where it runs. */
  start(): Promise<void>
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/**
 * A new server, on loopback and on a free port, that writes as safely as in production. Its words are sorted by ICU
 * for Chinese, unlike those of the embedded database: an order that a statement leaves open shows.
 */
export async function startPostgres(bin: string, folder: string): Promise<PostgresServer> {
  mkdirSync(folder, { recursive: true })
  if (asOther) chownSync(folder, asOther.uid, asOther.gid)
  const data = join(folder, 'data')
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=zh-Hans-CN']
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', ...locale], {
    ...asOther,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const port = await freePort()
  let child: ChildProcess | undefined
  const dieWithUs = (): void => void child?.kill('SIGKILL')
  process.once('exit', dieWithUs)

  const startOnce = async (): Promise<boolean> => {
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=32MB']
    const options = settings.flatMap((setting) => ['-c', setting])
    const started = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
      ...asOther,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child = started
    return new Promise((resolve) => {
      started.once('exit', () => resolve(false))
      started.stderr.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('ready to accept connections')) resolve(true)
      })
    })
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const server: PostgresServer = {
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    pid: () => child?.pid ?? 0,
    kill: () => end('SIGKILL'),
    // SIGINT: fast, orderly.
    stop: async () => {
      process.off('exit', dieWithUs)
      await end('SIGINT')
    },
    async start() {
      if (child && child.exitCode === null && child.signalCode === null) return
      // After a kill, the server's children hold its memory for a moment.
      for (let waited = 0; waited < START_WITHIN_MS; waited += 100) {
        if (await startOnce()) return
        await sleep(100)
      }
      throw new Error('PostgreSQL does not start')
    },
  }
  await server.start()
  return server
}
