import type { Reading } from '@suanhui/shared/papers'
import type { NamedReading, PaperFile } from './paper-file'
import { type ReadingProgram, readingProgram } from './reading-program'
import { WorkerPool } from './worker-pool'

export interface ReaderOptions {
  /** Files that are read at the same time; each worker holds models of some hundred MB while it works. Default 1. */
  readonly workers?: number
  /** Threads that a worker calculates with. Default 2. */
  readonly threads?: number
  /** A worker that gave no sign of life for so long is replaced, and its file given up. Default 30 s. */
  readonly patienceMs?: number
  /** After so long without work a worker ends and gives its memory back. Default 60 s. */
  readonly idleMs?: number
  /** Another program for the workers: tests of crashes. */
  readonly program?: ReadingProgram
}

/** Reads papers in processes of their own: whoever calls it goes on answering. */
export interface Reader {
  /**
   * What stands on a paper. A ZIP has to hold one paper, in whatever forms: the XML of an invoice beside its PDF.
   * @throws {UnreadableFileError} with the reason: too large, encrypted, broken, hostile …
   */
  read(file: PaperFile): Promise<Reading>
  /** The same for a file that may hold several: every paper in a ZIP, else the one that the file is. */
  readAll(file: PaperFile): Promise<readonly NamedReading[]>
  /** Ends the workers; what is still being read is given up. */
  close(): Promise<void>
}

export function openReader(options: ReaderOptions = {}): Reader {
  const pool = new WorkerPool({
    workers: options.workers ?? 1,
    patienceMs: options.patienceMs ?? 30_000,
    idleMs: options.idleMs ?? 60_000,
    program: options.program ?? readingProgram(),
    settings: { threads: options.threads ?? 2 },
  })
  return {
    read: async (file) => {
      const [only] = await pool.run({ ...file, single: true })
      if (!only) throw new Error('a reading is missing')
      return only.reading
    },
    readAll: (file) => pool.run({ ...file, single: false }),
    close: () => pool.close(),
  }
}
