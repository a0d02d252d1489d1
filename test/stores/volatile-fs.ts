import { closeSync, cpSync, existsSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { DurableNodeFS, type NodeFileSystem } from '@suanhui/bff/stores/embedded/durable-node-fs'

/** What a disk writes as a whole, in bytes. */
const SECTOR = 512

interface Write {
  readonly position: number
  readonly before: Buffer
  readonly sizeBefore: number
  readonly after: Buffer
}

/** How much of what was written since the last fsync reaches the disk when the power fails. */
export type Fate = 'none' | 'half' | 'torn'

/**
 * The durable file system over a disk that keeps nothing until fsync. At any write, in the midst of a statement, the
 * power can be cut: `cut` leaves in another directory what a machine would find. Made and renamed files count as
 * being on the disk at once, which is the one kindness of this model.
 */
export class VolatileFS extends DurableNodeFS {
  readonly #pending = new Map<string, Write[]>()
  readonly #folder: string
  writes = 0
  fsyncs = 0
  /** Called before each write. */
  onWrite: () => void = () => undefined

  constructor(
    folder: string,
    private readonly random: () => number,
  ) {
    super(folder)
    this.#folder = folder
  }

  protected override install(files: NodeFileSystem, failure: () => Error): void {
    super.install(files, failure)
    const { fsync, write } = files.stream_ops
    files.stream_ops.fsync = (file) => {
      const done = fsync?.(file) ?? 0
      this.fsyncs += 1
      if (file.nfd !== undefined) this.#pending.delete(files.realPath(file.node))
      return done
    }
    files.stream_ops.write = (file, buffer, offset, length, position) => {
      this.onWrite()
      if (file.nfd !== undefined) {
        const after = Buffer.from(new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length))
        this.#remember(files.realPath(file.node), file.nfd, position, after)
      }
      return write(file, buffer, offset, length, position)
    }
  }

  #remember(path: string, descriptor: number, position: number, after: Buffer): void {
    const sizeBefore = fstatSync(descriptor).size
    const before = Buffer.alloc(Math.max(0, Math.min(after.length, sizeBefore - position)))
    if (before.length > 0) readSync(descriptor, before, 0, before.length, position)
    const pending = this.#pending.get(path) ?? []
    pending.push({ position, before, sizeBefore, after })
    this.#pending.set(path, pending)
    this.writes += 1
  }

  /** Writes down, in `target`, the directory as it is after a power cut at this moment. @returns writes undone. */
  cut(target: string, fate: Fate): number {
    cpSync(this.#folder, target, { recursive: true })
    let undone = 0
    for (const [path, pending] of this.#pending) {
      const copy = path.replace(this.#folder, target)
      if (existsSync(copy)) undone += this.#undo(copy, pending, fate)
    }
    return undone
  }

  #undo(path: string, pending: readonly Write[], fate: Fate): number {
    const descriptor = openSync(path, 'r+')
    try {
      for (const { position, before, sizeBefore } of [...pending].reverse()) {
        if (before.length > 0) writeSync(descriptor, before, 0, before.length, position)
        if (fstatSync(descriptor).size > sizeBefore) ftruncateSync(descriptor, sizeBefore)
      }
      const kept = pending.map(({ after }) => this.#kept(after.length, fate))
      pending.forEach(({ position, after }, index) => {
        const length = kept[index] ?? 0
        if (length > 0) writeSync(descriptor, after, 0, length, position)
      })
      return pending.filter(({ after }, index) => (kept[index] ?? 0) < after.length).length
    } finally {
      closeSync(descriptor)
    }
  }

  /** Bytes of one write that arrived. */
  #kept(length: number, fate: Fate): number {
    if (fate === 'none' || this.random() < 0.5) return 0
    if (fate === 'half') return length
    return Math.min(length, SECTOR * Math.floor((this.random() * length) / SECTOR + 1))
  }
}
