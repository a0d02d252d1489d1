import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { NamedReading } from './paper-file'
import type { ReadingProgram } from './reading-program'
import { UnreadableFileError } from './unreadable-file'
import type { ReadRequest, WorkerMessage, WorkerSettings } from './worker-messages'

export interface PoolOptions {
  readonly workers: number
  readonly patienceMs: number
  readonly idleMs: number
  readonly program: ReadingProgram
  readonly settings: WorkerSettings
}

interface Task {
  readonly request: ReadRequest
  resolve(readings: readonly NamedReading[]): void
  reject(error: Error): void
}

/** Heap of a worker in MB: far more than a paper needs, and far less than a bomb. Pictures lie outside of it. */
const HEAP = '--max-old-space-size=768'

/**
 * All that a worker is told by its environment: nothing of the server's, for it opens files of strangers. Memory that
 * was given back is kept for the next step (glibc only; a third of the time went into asking for it again and again),
 * in one heap for all threads.
 */
const ENVIRONMENT = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '4294967296',
  MALLOC_TRIM_THRESHOLD_: '4294967296',
}

/**
 * Processes that are started when there is work, one file each, and replaced when they fall silent or over. Not
 * threads: a thread that is ended in the middle of native code takes the whole server with it, and gives no memory
 * back.
 */
export class WorkerPool {
  private readonly waiting: Task[] = []
  private readonly all = new Set<OneWorker>()
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
    await Promise.all([...this.all].map((one) => one.end()))
  }

  private next(): void {
    if (this.waiting.length === 0) return
    const free = [...this.all].find((one) => !one.busy) ?? this.another()
    const task = free && this.waiting.shift()
    if (free && task) free.take(task)
  }

  private another(): OneWorker | undefined {
    if (this.all.size >= this.options.workers) return undefined
    const one = new OneWorker(this.options, {
      free: () => this.next(),
      gone: () => {
        this.all.delete(one)
        this.next()
      },
    })
    this.all.add(one)
    return one
  }
}

interface Owner {
  free(): void
  gone(): void
}

class OneWorker {
  private readonly process: ChildProcess
  private task: Task | undefined
  private timer: NodeJS.Timeout | undefined
  private over = false

  constructor(
    private readonly options: PoolOptions,
    private readonly owner: Owner,
  ) {
    const { file, execArgv } = options.program
    this.process = fork(fileURLToPath(file), [JSON.stringify(options.settings)], {
      execArgv: [...execArgv, HEAP],
      env: ENVIRONMENT,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.process.on('message', (message: WorkerMessage) => this.hear(message))
    this.process.on('error', (cause) => this.fail(new UnreadableFileError('crashed', { cause })))
    this.process.on('exit', () => this.fail(new UnreadableFileError('crashed')))
    this.hold(false)
  }

  /** Whether this process has to stay for the worker's sake. */
  private hold(busy: boolean): void {
    const change = busy ? 'ref' : 'unref'
    this.process[change]()
    this.process.channel?.[change]()
  }

  get busy(): boolean {
    return this.task !== undefined
  }

  take(task: Task): void {
    this.task = task
    this.hold(true)
    this.watch()
    this.process.send(task.request)
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    this.hold(true)
    this.fail(new Error('the reader is closed'))
    await ended
  }

  private hear(message: WorkerMessage): void {
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

  /** The clock starts again: the worker has just been heard of. */
  private watch(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.fail(new UnreadableFileError('timed_out')), this.options.patienceMs)
  }

  private rest(): Task | undefined {
    const { task } = this
    this.task = undefined
    clearTimeout(this.timer)
    this.hold(false)
    this.timer = setTimeout(() => this.fail(new Error('idle')), this.options.idleMs).unref()
    return task
  }

  private fail(error: Error): void {
    if (this.over) return
    this.over = true
    clearTimeout(this.timer)
    this.process.kill('SIGKILL')
    this.task?.reject(error)
    this.task = undefined
    this.owner.gone()
  }
}
