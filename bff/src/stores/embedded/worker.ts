/*
 * Holds the embedded database, away from the main thread: a query blocks the thread that runs it. Started as a process
 * of its own with a directory as argument, it makes a new database there and ends; that takes 800 MB for a moment,
 * which only the end of a process gives back.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS, openDirectory, syncPath } from './durable-node-fs'
import { endOnPanic } from './end-on-panic'
import type { FromWorker, ToWorker, WorkerTask } from './worker-protocol'

const PART_BYTES = 1 << 20

const post = (message: FromWorker): void => {
  const transfer = message.type === 'answer' ? [message.bytes.buffer] : []
  parentPort?.postMessage(message, transfer)
}

function answer(database: PGlite, request: Uint8Array): void {
  let parts: Uint8Array[] = []
  let size = 0
  const flush = (): void => {
    if (size === 0) return
    const bytes = new Uint8Array(size)
    let offset = 0
    for (const part of parts) {
      bytes.set(part, offset)
      offset += part.length
    }
    post({ type: 'answer', bytes })
    parts = []
    size = 0
  }
  // The work is done when the call returns; its promise is for a file system that we do not use.
  void database.execProtocolRawStream(request, {
    syncToFs: false,
    onRawData: (bytes) => {
      parts.push(bytes.slice())
      size += bytes.length
      if (size >= PART_BYTES) flush()
    },
  })
  flush()
}

async function serve({ directory }: WorkerTask): Promise<void> {
  const complaints: string[] = []
  const database = await openDirectory(new DurableNodeFS(directory), (line) => complaints.push(line)).catch(
    (error: Error) => {
      post({ type: 'failed', message: [error.message, ...complaints.slice(-3)].join(' | ') })
      process.exit(1)
    },
  )
  complaints.length = 0
  endOnPanic(database, () => process.exit(1))
  parentPort?.on('message', (message: ToWorker) => {
    if (message !== 'close') return answer(database, message)
    void database.close().then(() => {
      post({ type: 'closed' })
      process.exit(0)
    })
  })
  post({ type: 'ready' })
}

/** Every file first, then the names: after this a power cut leaves the directory whole. */
function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path)
  }
  syncPath(directory)
}

async function initialise(directory: string): Promise<void> {
  // Whoever wanted the database is gone: nobody would move it into place.
  process.on('disconnect', () => process.exit(1))
  const database = await openDirectory(new DurableNodeFS(directory), (line) => process.stderr.write(`${line}\n`))
  await database.close()
  syncTree(directory)
  process.exit(0)
}

if (isMainThread) await initialise(process.argv[2] ?? '')
else await serve(workerData as WorkerTask)
