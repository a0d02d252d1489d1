import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { threadEntry } from './worker-file'
import type { FromWorker, ToWorker, WorkerTask } from './worker-protocol'

/** `X`: the client says goodbye. */
const TERMINATE = 0x58

/**
 * What `pg` takes for its socket: PostgreSQL's protocol to a thread that holds the embedded database. One stream, one
 * life of that thread; it ends with the stream, however that ends.
 */
export class WorkerStream extends Duplex {
  #worker: Worker | undefined
  #failure: string | undefined
  #closed = false
  #leave: () => void = () => undefined
  /** Settled once the thread is gone and the directory may be opened again. */
  readonly gone: Promise<void>

  /** @param previous the thread before: two at once in one directory would destroy it. */
  constructor(
    private readonly task: WorkerTask,
    private readonly previous: Promise<void>,
  ) {
    super()
    this.gone = new Promise((resolve) => {
      this.#leave = resolve
    })
  }

  connect(): this {
    void this.previous.then(() => this.#start())
    return this
  }

  // What a socket can and this has no need of.
  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    this.#worker?.ref()
    return this
  }

  unref(): this {
    this.#worker?.unref()
    return this
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#send([chunk])
    done()
  }

  override _writev(chunks: readonly { readonly chunk: Uint8Array }[], done: () => void): void {
    this.#send(chunks.map(({ chunk }) => chunk))
    done()
  }

  override _final(done: () => void): void {
    this.#post('close')
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const worker = this.#worker
    if (worker === undefined) void this.previous.then(this.#leave)
    // Like a kill -9, which the database survives; after `close` nothing is left to end.
    void worker?.terminate()
    void this.gone.then(() => done(error))
  }

  #start(): void {
    if (this.destroyed) return
    const worker = new Worker(threadEntry(), { workerData: this.task, execArgv: [] })
    this.#worker = worker
    worker.on('message', (message: FromWorker) => this.#receive(message))
    worker.on('error', (error) => {
      this.#failure ??= error.message
    })
    worker.on('exit', () => {
      this.#leave()
      const why = this.#failure ?? 'the database stopped'
      this.destroy(this.#closed ? undefined : new Error(`Connection terminated: ${why}`))
    })
  }

  #receive(message: FromWorker): void {
    if (message.type === 'ready') this.emit('connect')
    else if (message.type === 'answer') this.push(Buffer.from(message.bytes.buffer))
    else if (message.type === 'failed') this.#failure = message.message
    else {
      this.#closed = true
      this.push(null)
    }
  }

  #send(chunks: readonly Uint8Array[]): void {
    const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    const bytes = new Uint8Array(size)
    let offset = 0
    for (const chunk of chunks) {
      bytes.set(chunk, offset)
      offset += chunk.length
    }
    if (bytes[0] !== TERMINATE) this.#post(bytes)
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message, message === 'close' ? [] : [message.buffer as ArrayBuffer])
  }
}
