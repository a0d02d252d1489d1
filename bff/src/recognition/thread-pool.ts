import { Worker } from 'node:worker_threads'
import type { NamedReading } from './paper-file'
import type { ReadRequest, ThreadMessage, ThreadSettings } from './thread-messages'
import { UnreadableFileError } from './unreadable-file'

export interface PoolOptions {
  readonly workers: number
  readonly patienceMs: number
  readonly idleMs: number
  readonly entry: URL
  readonly settings: ThreadSettings
}

interface Task {
  readonly request: ReadRequest
  resolve(readings: readonly NamedReading[]): void
  reject(error: Error): void
}

/** Heap of a thread: far more than a paper needs, and far less than a bomb. Pictures lie outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 16 }

/** Threads that are started when there is work, one file each, and replaced when they fall silent or over. */
export class ThreadPool {
  private readonly waiting: Task[] = []
  private readonly threads = new Set<Thread>()
  private closed = false

  constructor(private readonly options: PoolOptions) {}

  run(request: ReadRequest): Promise<readonly NamedReading[]> {
    if (this.closed) return Promise.reject(new Error('the reader is closed'))
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject })
      this.next()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    const given = this.waiting.splice(0)
    for (const task of given) task.reject(new Error('the reader is closed'))
    await Promise.all([...this.threads].map((thread) => thread.end()))
  }

  private next(): void {
    if (this.waiting.length === 0) return
    const free = [...this.threads].find((thread) => !thread.busy) ?? this.another()
    const task = free && this.waiting.shift()
    if (free && task) free.take(task)
  }

  private another(): Thread | undefined {
    if (this.threads.size >= this.options.workers) return undefined
    const thread = new Thread(this.options, {
      free: () => this.next(),
      gone: () => {
        this.threads.delete(thread)
        this.next()
      },
    })
    this.threads.add(thread)
    return thread
  }
}

interface Owner {
  free(): void
  gone(): void
}

class Thread {
  private readonly worker: Worker
  private task: Task | undefined
  private timer: NodeJS.Timeout | undefined
  private over = false

  constructor(
    private readonly options: PoolOptions,
    private readonly owner: Owner,
  ) {
    this.worker = new Worker(options.entry, { workerData: options.settings, resourceLimits: LIMITS, stdin: false })
    this.worker.unref()
    this.worker.on('message', (message: ThreadMessage) => this.hear(message))
    this.worker.on('error', (cause) => this.fail(new UnreadableFileError('crashed', { cause })))
    this.worker.on('exit', () => this.fail(new UnreadableFileError('crashed')))
  }

  get busy(): boolean {
    return this.task !== undefined
  }

  take(task: Task): void {
    this.task = task
    this.worker.ref()
    this.watch()
    this.worker.postMessage(task.request)
  }

  async end(): Promise<void> {
    this.fail(new Error('the reader is closed'))
    await this.worker.terminate()
  }

  private hear(message: ThreadMessage): void {
    if (this.over) return
    if ('alive' in message) {
      this.watch()
      return
    }
    const task = this.rest()
    if ('readings' in message) task?.resolve(message.readings)
    else task?.reject(new UnreadableFileError(message.unreadable))
    this.owner.free()
  }

  /** The clock starts again: the thread has just been heard of. */
  private watch(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.fail(new UnreadableFileError('timed_out')), this.options.patienceMs)
  }

  private rest(): Task | undefined {
    const { task } = this
    this.task = undefined
    clearTimeout(this.timer)
    this.worker.unref()
    this.timer = setTimeout(() => this.fail(new Error('idle')), this.options.idleMs).unref()
    return task
  }

  private fail(error: Error): void {
    if (this.over) return
    this.over = true
    clearTimeout(this.timer)
    // Calls into native code cannot be cut short: the thread ends when they return, and nobody waits for that.
    void this.worker.terminate()
    this.task?.reject(error)
    this.task = undefined
    this.owner.gone()
  }
}
