import { existsSync, rmSync } from 'node:fs'
import {
  openDirectory as openAny,
  type DurableNodeFS as Real,
  syncPath as syncAny,
} from '@suanhui/bff/stores/embedded/durable-node-fs'
import { VolatileFS } from '../stores/volatile-fs'

// Stands in place of `durable-node-fs` in the server's database thread: the same, over a disk that keeps nothing until
// it is told to. When the file that POWER_CUT names appears, the power fails at one of the next writes: what the disk
// would hold lies in POWER_CUT_LEAVES, and the whole process is gone.

const trigger = process.env.POWER_CUT ?? ''
const leaves = process.env.POWER_CUT_LEAVES ?? ''
const FATES = ['torn', 'half', 'none'] as const
const MOST_WRITES = 60

export class DurableNodeFS extends VolatileFS {
  #left: number | undefined

  constructor(folder: string) {
    super(folder, Math.random)
    this.onWrite = () => this.#write()
  }

  #write(): void {
    if (this.#left === undefined && !existsSync(trigger)) return
    this.#left ??= 1 + Math.floor(Math.random() * MOST_WRITES)
    this.#left -= 1
    if (this.#left > 0) return
    rmSync(leaves, { recursive: true, force: true })
    this.cut(leaves, FATES[Math.floor(Math.random() * FATES.length)] ?? 'torn')
    process.kill(process.pid, 'SIGKILL')
    // A signal to oneself takes a moment; nothing may be written after the cut.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
}

export const openDirectory = (fs: Real, onServerLine: (line: string) => void) => openAny(fs, onServerLine)
export const syncPath = (path: string): void => syncAny(path)
