import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ReadingProgram } from '../recognition/reading-program'
import { UnreadableFileError } from '../recognition/unreadable-file'
import type { DrawMessage } from './drawing-messages'
import { drawingProgram } from './drawing-program'
import { residentMemory } from './resident-memory'
import type { DrawFile, DrawnFile, Sheet } from './sheet'

export interface DrawerOptions {
  /** A page that takes longer is given up, with its file. Default 20 s. */
  readonly patienceMs?: number
  /** All pages of a file together. Default 2 minutes. */
  readonly wholeMs?: number
  /** What drawing may take, pictures included. Default 900 MB. */
  readonly memoryBytes?: number
  /** Another program: tests of crashes. */
  readonly program?: ReadingProgram
}

const MB = 1024 * 1024
/** Heap in MB: pictures lie outside of it. */
const HEAP = '--max-old-space-size=512'
const WATCH_MS = 100

interface Limits {
  readonly patienceMs: number
  readonly wholeMs: number
  readonly memoryBytes: number
}

/** What has come from the process so far, until it is done or given up. */
function sheetsOf(process: ChildProcess, { patienceMs, wholeMs, memoryBytes }: Limits): Promise<DrawnFile> {
  return new Promise((resolve, reject) => {
    const sheets: Sheet[] = []
    const giveUp = (reason: 'timed_out' | 'crashed' | 'hostile') => (): void => reject(new UnreadableFileError(reason))
    const whole = setTimeout(giveUp('timed_out'), wholeMs)
    let page = setTimeout(giveUp('timed_out'), patienceMs)
    const watch = setInterval(() => {
      if ((residentMemory(process.pid ?? 0) ?? 0) > memoryBytes) giveUp('hostile')()
    }, WATCH_MS)
    process.on('message', (message: DrawMessage) => {
      if ('sheet' in message) {
        sheets.push(message.sheet)
        clearTimeout(page)
        page = setTimeout(giveUp('timed_out'), patienceMs)
      } else if ('redrawn' in message) resolve({ sheets, redrawn: message.redrawn })
      else reject(new UnreadableFileError(message.unreadable))
    })
    process.on('error', giveUp('crashed'))
    process.on('exit', () => {
      for (const timer of [whole, page, watch]) clearInterval(timer)
      giveUp('crashed')()
    })
  })
}

/**
 * Draws in a process of its own that ends with the file, one file after the other: what a bomb took comes back whole,
 * and native code that is ended in its middle takes nobody along.
 */
export function openDrawer(options: DrawerOptions = {}): DrawFile {
  const { file, execArgv } = options.program ?? drawingProgram()
  const limits = {
    patienceMs: options.patienceMs ?? 20_000,
    wholeMs: options.wholeMs ?? 120_000,
    memoryBytes: options.memoryBytes ?? 900 * MB,
  }
  let turn: Promise<unknown> = Promise.resolve()

  async function one(bytes: Uint8Array): Promise<DrawnFile> {
    const process = fork(fileURLToPath(file), [], {
      execArgv: [...execArgv, HEAP],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const gone = new Promise((ended) => process.once('exit', ended))
    try {
      const drawn = sheetsOf(process, limits)
      process.send({ bytes }, () => undefined)
      return await drawn
    } finally {
      process.kill('SIGKILL')
      await gone
    }
  }

  return (bytes) => {
    const drawn = turn.then(() => one(bytes))
    turn = drawn.catch(() => undefined)
    return drawn
  }
}
