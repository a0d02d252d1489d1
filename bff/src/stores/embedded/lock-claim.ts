import { readFile, readlink, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { hostname } from 'node:os'

/** What a process says of itself when it claims a directory. Null: this system does not tell. */
export interface Claim {
  readonly pid: number
  readonly host: string
  /** Changes with each start of the machine. */
  readonly boot: string | null
  /** Process numbers mean something only within one of these; each container has its own, and in each lives a 1. */
  readonly pidSpace: string | null
  /** When the process began, in ticks since boot: tells it from a later one with its number. */
  readonly startedAt: string | null
  /** Something that only the living can answer at, also across containers. */
  readonly socket: string | null
}

export interface Listener {
  readonly path: string | null
  close(): Promise<void>
}

/** The longest path of a socket that every system takes, with its closing zero. */
const LONGEST_SOCKET_PATH = 103

const readOrNull = (work: Promise<string>): Promise<string | null> => work.then((text) => text.trim()).catch(() => null)

/** The 22nd field of `/proc/<pid>/stat`; the second, a name in brackets, may hold blanks. */
async function startOf(pid: number | 'self'): Promise<string | null> {
  const stat = await readOrNull(readFile(`/proc/${pid}/stat`, 'utf8'))
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

export async function thisProcess(): Promise<Omit<Claim, 'socket'>> {
  const [boot, pidSpace, startedAt] = await Promise.all([
    readOrNull(readFile('/proc/sys/kernel/random/boot_id', 'utf8')),
    readOrNull(readlink('/proc/self/ns/pid')),
    startOf('self'),
  ])
  return { pid: process.pid, host: hostname(), boot, pidSpace, startedAt }
}

/** Listens beside the claim as long as this process lives; where that cannot be, the process number has to do. */
export function listenBeside(claimPath: string): Promise<Listener> {
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\${claimPath.replaceAll(/[\\/:]/g, '-')}` : `${claimPath}.sock`
  const nothing: Listener = { path: null, close: async () => undefined }
  if (Buffer.byteLength(path) > LONGEST_SOCKET_PATH) return Promise.resolve(nothing)
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy())
    server.unref()
    server.once('error', () => resolve(nothing))
    server.listen(path, () => {
      const close = async (): Promise<void> => {
        await new Promise((closed) => server.close(closed))
        await rm(path, { force: true })
      }
      resolve({ path, close })
    })
  })
}

export type Verdict = 'alive' | 'dead' | 'unknown'

/** Whether the process of a claim lives. `unknown` where this machine cannot tell: it is then to be taken for alive. */
export async function isAlive(claim: Claim): Promise<Verdict> {
  const here = await thisProcess()
  if (claim.boot !== here.boot || (claim.boot === null && claim.host !== here.host)) {
    // The same machine after a restart, or another machine at the same disk.
    return claim.host === here.host && claim.boot !== null ? 'dead' : 'unknown'
  }
  const verdicts = [await answers(claim.socket), claim.pidSpace === here.pidSpace ? await runs(claim) : 'unknown']
  if (verdicts.includes('alive')) return 'alive'
  return verdicts.includes('dead') ? 'dead' : 'unknown'
}

async function runs({ pid, startedAt }: Claim): Promise<Verdict> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? 'dead' : 'alive'
  }
  const start = await startOf(pid)
  return startedAt !== null && start !== null && start !== startedAt ? 'dead' : 'alive'
}

function answers(path: string | null): Promise<Verdict> {
  if (path === null) return Promise.resolve('unknown')
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve('alive')
    })
    socket.once('error', ({ code }: NodeJS.ErrnoException) => {
      // Nobody listens any more; anything else, a full queue for one, says nothing.
      resolve(code === 'ECONNREFUSED' ? 'dead' : code === 'EAGAIN' ? 'alive' : 'unknown')
    })
  })
}
