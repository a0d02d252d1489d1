import { type FormValue, sameValue } from '@suanhui/shared/forms'

/** A value that was changed here and that the server has not confirmed yet. */
export interface Edit {
  /** `null` takes it back. */
  readonly value: FormValue | null
  /** What stood there when the person began: another value there later is somebody else's. */
  readonly base: FormValue | null
  /** What was sent and not confirmed: its answer may have been lost. Found there later, it is one's own. */
  readonly sent?: readonly (FormValue | null)[]
}

/** By the name of what was changed. Kept on the phone until the server has it. */
export type Edits = Readonly<Record<string, Edit>>

/** What the server has under a name; null where it has nothing. */
export type Standing = (name: string) => FormValue | null

/** A value that was changed here and by somebody else meanwhile. */
export interface Conflict {
  readonly name: string
  readonly mine: FormValue | null
  readonly theirs: FormValue | null
}

/**
 * What the phone keeps after a change here, where another page of the same browser keeps its own edits of the same
 * thing: what was changed here is put in or taken away, the rest stays.
 * @param stored what is kept now.
 * @param before what was kept from here the last time.
 */
export function keptBeside(stored: Edits, before: Edits, edits: Edits): Edits {
  const untouched = (name: string): boolean => JSON.stringify(stored[name]) === JSON.stringify(before[name])
  const changed = Object.entries(edits).filter(([name, edit]) => edit !== before[name])
  const gone = new Set(Object.keys(before).filter((name) => edits[name] === undefined && untouched(name)))
  const left = Object.entries(stored).filter(([name]) => !gone.has(name))
  return { ...Object.fromEntries(left), ...Object.fromEntries(changed) }
}

const same = (a: FormValue | null, b: FormValue | null): boolean =>
  a === null || b === null ? a === b : sameValue(a, b)

const entriesOf = (edits: Edits): readonly (readonly [string, Edit])[] => Object.entries(edits)

export const isEmpty = (edits: Edits): boolean => Object.keys(edits).length === 0

/** Notes a change. */
export function withEdit(edits: Edits, standing: Standing, name: string, value: FormValue | null): Edits {
  const before = edits[name]
  return { ...edits, [name]: { ...before, value, base: before === undefined ? standing(name) : before.base } }
}

const withSent = ({ sent = [], ...edit }: Edit, value: FormValue | null): Edit => ({
  ...edit,
  sent: sent.some((one) => same(one, value)) ? sent : [...sent, value],
})

/** Notes what is on its way. */
export const asSent = (edits: Edits, going: Edits): Edits =>
  Object.fromEntries(
    entriesOf(edits).map(([name, edit]) => [
      name,
      going[name] === undefined ? edit : withSent(edit, going[name].value),
    ]),
  )

/** What is left after these were saved: what waited, and what was changed while they were on their way. */
export const afterSaving = (edits: Edits, sent: Edits): Edits =>
  Object.fromEntries(
    entriesOf(edits).flatMap(([name, edit]) => {
      const before = sent[name]
      if (before === undefined) return [[name, edit]]
      return same(before.value, edit.value) ? [] : [[name, { value: edit.value, base: before.value }]]
    }),
  )

export const conflictsOf = (edits: Edits, standing: Standing): readonly Conflict[] =>
  entriesOf(edits).flatMap(([name, { value, base, sent = [] }]) => {
    const theirs = standing(name)
    const own = [base, value, ...sent].some((one) => same(theirs, one))
    return own ? [] : [{ name, mine: value, theirs }]
  })

/** The person has seen both and decided: their own value goes on, or it is dropped. */
export function settled(edits: Edits, { name, theirs }: Conflict, keep: 'mine' | 'theirs'): Edits {
  const { [name]: edit, ...rest } = edits
  return edit === undefined || keep === 'theirs' ? rest : { ...rest, [name]: { value: edit.value, base: theirs } }
}
