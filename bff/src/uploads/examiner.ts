import { Worker } from 'node:worker_threads'
import { unreadableWords } from '@suanhui/shared/papers'
import { threadEntry } from '../thread-entry'
import type { Examined, ExamineFile } from './examined'

export interface Examiner {
  readonly examine: ExamineFile
  close(): Promise<void>
}

// The bundle has the worker beside it; from source it is loaded as it stands, by tsx.
const fromSource = import.meta.url.endsWith('.ts')
const workerFile = (): URL =>
  threadEntry(new URL(fromSource ? './examine-worker.ts' : './examine-worker.js', import.meta.url))

const PATIENCE_MS = 30_000
const IDLE_MS = 60_000
/** Pictures lie outside of the heap; a file that fills it is a bomb, and ends the thread only. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

const refused = (refusal: string): Examined => ({ accepted: false, refusal })

/** Decodes files that nobody has looked at yet, one after the other, in a thread of its own. */
export function openExaminer({ patienceMs = PATIENCE_MS, idleMs = IDLE_MS } = {}): Examiner {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let turn: Promise<unknown> = Promise.resolve()

  function end(): Promise<unknown> {
    clearTimeout(idle)
    const ended = worker?.terminate()
    worker = undefined
    return ended ?? Promise.resolve()
  }

  function start(): Worker {
    const started = new Worker(workerFile(), { resourceLimits: LIMITS })
    started.on('error', () => undefined)
    started.on('exit', () => {
      if (worker === started) worker = undefined
    })
    return started
  }

  async function one(load: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Examined> {
    const bytes = await load()
    clearTimeout(idle)
    worker ??= start()
    const thread = worker
    thread.ref()
    const examined = await new Promise<Examined>((resolve) => {
      const silent = setTimeout(() => {
        void end()
        resolve(refused(unreadableWords.timed_out))
      }, patienceMs)
      const done = (answer: Examined): void => {
        clearTimeout(silent)
        thread.off('message', done)
        thread.off('exit', over)
        resolve(answer)
      }
      const over = (): void => done(refused(unreadableWords.crashed))
      thread.on('message', done)
      thread.on('exit', over)
      thread.postMessage(bytes, [bytes.buffer])
    })
    thread.unref()
    idle = setTimeout(() => void end(), idleMs).unref()
    return examined
  }

  return {
    examine(load) {
      const examined = turn.then(() => one(load))
      turn = examined.catch(() => undefined)
      return examined
    },
    async close() {
      await turn
      await end()
    },
  }
}
