import type { QueuedUpload } from './queued-upload'

/** One request to the server. */
export type Act =
  /** A paper that several files become together. */
  | { readonly kind: 'make paper'; readonly id: string }
  | { readonly kind: 'begin'; readonly id: string }
  /** Asks what the server has. */
  | { readonly kind: 'look'; readonly id: string }
  | { readonly kind: 'part'; readonly id: string; readonly part: number }
  | { readonly kind: 'complete'; readonly id: string }
  /** Puts the paper into its slot, or the page in the place of another. */
  | { readonly kind: 'put'; readonly id: string }

/** Why an act did not succeed, as far as the queue has to know. */
export type Failure =
  /** A bad network, a busy server: it goes on by itself. */
  | { readonly kind: 'passing'; readonly words: string; readonly afterMs?: number }
  /** The server knows nothing of this upload any more. */
  | { readonly kind: 'gone'; readonly words: string }
  /** What arrived is not what was sent. */
  | { readonly kind: 'damaged'; readonly words: string }
  | { readonly kind: 'missing'; readonly parts: readonly number[] }
  | { readonly kind: 'stopped'; readonly words: string }

export interface ServersUpload {
  readonly id: string
  readonly partSize: number
  readonly parts: number
  readonly received: readonly number[]
  readonly state: 'open' | 'complete' | 'refused'
}

/** What happened. */
export type Happening =
  | { readonly kind: 'added'; readonly items: readonly QueuedUpload[] }
  | { readonly kind: 'sent'; readonly act: Act }
  | { readonly kind: 'paper made'; readonly act: Act; readonly paperId: string }
  | { readonly kind: 'told'; readonly act: Act; readonly upload: ServersUpload }
  | { readonly kind: 'part arrived'; readonly act: Act & { readonly kind: 'part' } }
  | { readonly kind: 'completed'; readonly act: Act; readonly paperId: string; readonly fileId: string }
  | { readonly kind: 'put'; readonly act: Act }
  | {
      readonly kind: 'failed'
      readonly act: Act
      readonly failure: Failure
      readonly now: number
      readonly chance: number
    }
  /** The network is back, the app is in front again: nothing waits any longer. */
  | { readonly kind: 'awake' }
  /** The person wants a stopped one tried again. */
  | { readonly kind: 'retried'; readonly id: string }
  | { readonly kind: 'dropped'; readonly id: string }
  /** Somebody else has signed in. */
  | { readonly kind: 'handed over'; readonly personId: string }
  /** What is done has been seen. */
  | { readonly kind: 'cleared' }

export interface Queue {
  readonly items: readonly QueuedUpload[]
  /** Requests that are under way. */
  readonly flying: readonly Act[]
}
