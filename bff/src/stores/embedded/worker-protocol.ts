/** To the thread: bytes of PostgreSQL's own protocol, or the wish to end. */
export type ToWorker = Uint8Array | 'close'

/** From the thread. Bytes of an answer may come in several parts. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'closed' }

export interface WorkerTask {
  readonly directory: string
}
