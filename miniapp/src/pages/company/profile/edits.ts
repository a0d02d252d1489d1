import type { CompanyDetail } from '@suanhui/shared/api'
import { type FormField, type FormValue, type FormValues, isBlank, validateField } from '@suanhui/shared/forms'
import { type ProfileKey, profileFields, valueIn } from '../fields'

/** A part that was changed here and that the server has not confirmed yet. */
interface Edit {
  /** `null` clears it. */
  readonly value: FormValue | null
  /** What stood there when the person began: another value there later is somebody else's. */
  readonly base: FormValue | null
  /** What was last sent and not answered yet, where the page may have been closed: found there later, it is one's own. */
  readonly sent?: FormValue | null
}

/** By key of the profile. Kept on the phone until the server has it. */
export type Edits = Readonly<Partial<Record<ProfileKey, Edit>>>

type Profile = CompanyDetail['profile']

const same = (a: FormValue | null, b: FormValue | null): boolean => JSON.stringify(a) === JSON.stringify(b)
const standing = (profile: Profile, key: ProfileKey): FormValue | null => valueIn(profile, key) ?? null

const entriesOf = (edits: Edits): readonly (readonly [ProfileKey, Edit])[] =>
  Object.entries(edits) as [ProfileKey, Edit][]

export const isEmpty = (edits: Edits): boolean => Object.keys(edits).length === 0

export function withEdit(edits: Edits, profile: Profile, key: ProfileKey, value: FormValue | undefined): Edits {
  const before = edits[key]
  const base = before?.base ?? standing(profile, key)
  return { ...edits, [key]: { ...before, value: isBlank(value) ? null : (value ?? null), base } }
}

/** Notes what is on its way. */
export const asSent = (edits: Edits, sent: Edits): Edits =>
  Object.fromEntries(
    entriesOf(edits).map(([key, edit]) => [key, sent[key] === undefined ? edit : { ...edit, sent: sent[key].value }]),
  )

/** The profile as it stands before the person: what the server has, under what was changed here. */
export function shown(saved: FormValues, edits: Edits): FormValues {
  const values = { ...saved }
  for (const [key, { value }] of entriesOf(edits)) {
    if (value === null) delete values[key]
    else values[key] = { value, source: 'person', confirmed: true }
  }
  return values
}

const fieldBy = (key: ProfileKey): FormField | undefined => profileFields.find((one) => one.key === key)?.field

/** What is wrong with what stands in a field; blank is not wrong. */
export function problemOf(key: ProfileKey, values: FormValues): string | undefined {
  const field = fieldBy(key)
  return field === undefined ? undefined : validateField(field, values[key]?.value, values)
}

/** What can be saved now. What is still half typed waits on the phone. */
export function savable(edits: Edits, values: FormValues): Edits {
  return Object.fromEntries(
    entriesOf(edits).filter(([key, { value }]) => value === null || problemOf(key, values) === undefined),
  )
}

export const bodyOf = (edits: Edits): Readonly<Partial<Record<ProfileKey, FormValue | null>>> =>
  Object.fromEntries(entriesOf(edits).map(([key, { value }]) => [key, value]))

/** What is left after these were saved: what waited, and what was changed while they were on their way. */
export function afterSaving(edits: Edits, sent: Edits): Edits {
  return Object.fromEntries(
    entriesOf(edits).flatMap(([key, edit]) => {
      const before = sent[key]
      if (before === undefined) return [[key, edit]]
      return same(before.value, edit.value) ? [] : [[key, { value: edit.value, base: before.value }]]
    }),
  )
}

/** A part that was changed here and by somebody else meanwhile. */
export interface Conflict {
  readonly key: ProfileKey
  readonly mine: FormValue | null
  readonly theirs: FormValue | null
}

export const conflictsOf = (edits: Edits, profile: Profile): readonly Conflict[] =>
  entriesOf(edits).flatMap(([key, { value, base, sent }]) => {
    const theirs = standing(profile, key)
    const own = same(theirs, base) || same(theirs, value) || (sent !== undefined && same(theirs, sent))
    return own ? [] : [{ key, mine: value, theirs }]
  })

/** The person has seen both and decided: their own value goes on, or it is dropped. */
export function settled(edits: Edits, { key, theirs }: Conflict, keep: 'mine' | 'theirs'): Edits {
  const { [key]: edit, ...rest } = edits
  return edit === undefined || keep === 'theirs' ? rest : { ...rest, [key]: { value: edit.value, base: theirs } }
}
