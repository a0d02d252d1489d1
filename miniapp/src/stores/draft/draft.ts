import type { FormValue } from '@suanhui/shared/forms'
import { ApiError } from '../../api/api-error'
import { createStore, type Store } from '../store'
import { afterSaving, asSent, type Conflict, conflictsOf, type Edits, isEmpty, settled, withEdit } from './edits'

/** So long after the last key nothing more is typed for the moment. */
export const PAUSE_MS = 700
export const RETRY_MS = 5_000

export type Saving =
  | { readonly state: 'saved'; readonly at: number | undefined }
  | { readonly state: 'saving' }
  /** Kept on the phone, to be sent when there is a network. */
  | { readonly state: 'waiting'; readonly error: unknown }

/** What the server refuses, in its words, by name. */
export type Refused = Readonly<Partial<Record<string, string>>>

/** Something on the server that a person edits, and how. */
export interface DraftOf<T> {
  read(): Promise<T>
  /** What the server has under a name. */
  standing(saved: T, name: string): FormValue | null
  /** Of what was changed, what can be sent now: what is half typed waits on the phone. */
  sendable(saved: T, edits: Edits): Edits
  /** Brings back how it stands then. */
  write(saved: T, edits: Edits): Promise<T>
  /** What the phone keeps of it. */
  readonly kept: { read(): Edits; write(edits: Edits): void }
}

export interface DraftState<T> {
  /** As the server has it; undefined until it was read. */
  readonly saved: T | undefined
  /** Why it could not be read. */
  readonly error: unknown
  readonly edits: Edits
  readonly conflicts: readonly Conflict[]
  readonly saving: Saving
  readonly refused: Refused
  /** Somebody else saved while one was typing. */
  readonly overtaken: boolean
}

/**
 * One thing as this person edits it, whichever pages show it: each change is on the phone at once and on the server a
 * moment later, also when its page is gone by then. What somebody else changed meanwhile is shown beside one's own,
 * never overwritten.
 */
export interface Draft<T> {
  readonly state: Store<DraftState<T>>
  /** Reads it anew; what was changed here stands over it. */
  reload(): void
  change(name: string, value: FormValue | null): void
  decide(conflict: Conflict, keep: 'mine' | 'theirs'): void
  /** Sends what can be sent, without the pause; resolves when the server has answered or could not be reached. */
  flush(): Promise<void>
  /** Another person holds the phone: nothing is kept, sent or shown any more. */
  end(): void
}

const refusedIn = (error: unknown, edits: Edits): Refused => {
  if (!(error instanceof ApiError)) return {}
  const names = Object.keys(edits)
  return Object.fromEntries(
    error.fields.flatMap(({ field, message }) => {
      // `shareholders.0.name` belongs to the shareholders.
      const name = names.find((one) => field === one || field.startsWith(`${one}.`))
      return name === undefined ? [] : [[name, message]]
    }),
  )
}

export function createDraft<T>(of: DraftOf<T>): Draft<T> {
  const state = createStore<DraftState<T>>({
    saved: undefined,
    error: undefined,
    edits: of.kept.read(),
    conflicts: [],
    saving: { state: 'saved', at: undefined },
    refused: {},
    overtaken: false,
  })
  let ended = false
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let going: Promise<void> | undefined
  let reading: Promise<void> | undefined

  function set(change: Partial<DraftState<T>>): void {
    if (ended) return
    const next = { ...state.get(), ...change }
    const { saved, edits } = next
    const conflicts = saved === undefined ? [] : conflictsOf(edits, (name) => of.standing(saved, name))
    if (change.edits !== undefined) of.kept.write(edits)
    state.set({ ...next, conflicts })
  }

  function sendable(): Edits {
    const { saved, edits, refused, conflicts } = state.get()
    if (ended || saved === undefined || conflicts.length > 0) return {}
    const all = Object.entries(of.sendable(saved, edits))
    return Object.fromEntries(all.filter(([name]) => refused[name] === undefined))
  }

  function sendLater(pauseMs: number): void {
    clearTimeout(timer)
    const { saved, edits } = state.get()
    // What another day left on the phone waits for the reading as well.
    const waiting = saved === undefined ? !ended && !isEmpty(edits) : !isEmpty(sendable())
    if (going === undefined && waiting) timer = setTimeout(() => void flush(), saved === undefined ? RETRY_MS : pauseMs)
  }

  async function sendNow(saved: T, sent: Edits): Promise<number> {
    set({ saving: { state: 'saving' }, edits: asSent(state.get().edits, sent) })
    try {
      const now = await of.write(saved, sent)
      // A reading that began before this is older than what came back.
      asked += 1
      const edits = afterSaving(state.get().edits, sent)
      set({ saved: now, error: undefined, edits, saving: { state: 'saved', at: Date.now() } })
      return PAUSE_MS
    } catch (error) {
      const refused = { ...state.get().refused, ...refusedIn(error, sent) }
      set({ refused, saving: { state: 'waiting', error } })
      if (!(error instanceof ApiError && error.code === 'CONFLICT')) return RETRY_MS
      set({ overtaken: true, saving: { state: 'saved', at: undefined } })
      await load()
      return PAUSE_MS
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    // One at a time, and none beside a reading: each names the version that came back last.
    while (going !== undefined || (reading !== undefined && !isEmpty(state.get().edits))) await (going ?? reading)
    if (ended) return
    if (state.get().saved === undefined && !isEmpty(state.get().edits)) await load()
    const { saved } = state.get()
    const sent = sendable()
    if (saved === undefined || isEmpty(sent)) return sendLater(RETRY_MS)
    let pauseMs = PAUSE_MS
    going = sendNow(saved, sent).then((ms) => {
      pauseMs = ms
      going = undefined
    })
    await going
    sendLater(pauseMs)
  }

  async function read(): Promise<void> {
    asked += 1
    const mine = asked
    set({ error: undefined })
    try {
      const saved = await of.read()
      if (mine === asked) set({ saved, error: undefined })
    } catch (error) {
      if (mine === asked) set({ error })
    }
  }

  function load(): Promise<void> {
    const mine = read().then(() => {
      if (reading === mine) reading = undefined
    })
    reading = mine
    return mine
  }

  return {
    state,
    flush,
    reload() {
      void load().then(() => sendLater(PAUSE_MS))
    },
    change(name, value) {
      const { saved, edits, refused } = state.get()
      if (saved === undefined) return
      const { [name]: _answered, ...others } = refused
      set({ edits: withEdit(edits, (one) => of.standing(saved, one), name, value), refused: others })
      sendLater(PAUSE_MS)
    },
    decide(conflict, keep) {
      set({ edits: settled(state.get().edits, conflict, keep) })
      sendLater(PAUSE_MS)
    },
    end() {
      ended = true
      clearTimeout(timer)
    },
  }
}
