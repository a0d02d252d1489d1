import type { SubmissionDetail } from '@suanhui/shared/api'
import { type FormId, type FormValue, type FormValues, withAnswer, withoutAnswer } from '@suanhui/shared/forms'

/** A field that was changed here and that the server has not confirmed yet. */
interface Edit {
  /** `null` takes the person's answer back. */
  readonly value: FormValue | null
  /** What stood there when the person began: another value there later is somebody else's. */
  readonly base: FormValue | null
  /** What was last sent and not answered yet, where the page may have been closed: found there later, it is one's own. */
  readonly sent?: FormValue | null
}

/** By form, then by field. Kept on the phone until the server has it. */
export type Edits = Readonly<Partial<Record<FormId, Readonly<Record<string, Edit>>>>>

type Forms = SubmissionDetail['forms']

const same = (a: FormValue | null | undefined, b: FormValue | null | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const standing = (forms: Forms, form: FormId, field: string): FormValue | null => forms[form]?.[field]?.value ?? null

/** Notes a change. `undefined` takes the answer back. */
export function withEdit(edits: Edits, forms: Forms, form: FormId, field: string, value: FormValue | undefined): Edits {
  const before = edits[form]?.[field]
  const base = before?.base ?? standing(forms, form, field)
  return { ...edits, [form]: { ...edits[form], [field]: { ...before, value: value ?? null, base } } }
}

/** Notes what is on its way. */
export function asSent(edits: Edits, sent: Edits): Edits {
  const noted: Record<string, Record<string, Edit>> = {}
  for (const [form, field, edit] of entriesOf(edits)) {
    const going = sent[form]?.[field]
    noted[form] = { ...noted[form], [field]: going === undefined ? edit : { ...edit, sent: going.value } }
  }
  return noted
}

const entriesOf = (edits: Edits): readonly (readonly [FormId, string, Edit])[] =>
  (Object.entries(edits) as [FormId, Readonly<Record<string, Edit>>][]).flatMap(([form, fields]) =>
    Object.entries(fields).map(([field, edit]) => [form, field, edit] as const),
  )

export const isEmpty = (edits: Edits): boolean => entriesOf(edits).length === 0

/** A form as it stands before the person: what the server has, under what was changed here. */
export const shown = (forms: Forms, edits: Edits, form: FormId): FormValues =>
  Object.entries(edits[form] ?? {}).reduce<FormValues>(
    (values, [field, { value }]) => (value === null ? withoutAnswer(values, field) : withAnswer(values, field, value)),
    forms[form] ?? {},
  )

/** A field that was changed here and by somebody else meanwhile. */
export interface Conflict {
  readonly form: FormId
  readonly field: string
  readonly mine: FormValue | null
  readonly theirs: FormValue | null
}

export const conflictsOf = (edits: Edits, forms: Forms): readonly Conflict[] =>
  entriesOf(edits).flatMap(([form, field, { value, base, sent }]) => {
    const theirs = standing(forms, form, field)
    const own = same(theirs, base) || same(theirs, value) || (sent !== undefined && same(theirs, sent))
    return own ? [] : [{ form, field, mine: value, theirs }]
  })

/** The person has seen both and decided: their own value goes on, or it is dropped. */
export function settled(edits: Edits, { form, field, theirs }: Conflict, keep: 'mine' | 'theirs'): Edits {
  const { [field]: edit, ...rest } = edits[form] ?? {}
  if (edit === undefined || keep === 'theirs') return { ...edits, [form]: rest }
  return { ...edits, [form]: { ...rest, [field]: { value: edit.value, base: theirs } } }
}

/** What is sent: only what was changed. */
export const bodyOf = (edits: Edits): Partial<Record<FormId, Record<string, FormValue | null>>> => {
  const body: Partial<Record<FormId, Record<string, FormValue | null>>> = {}
  for (const [form, field, { value }] of entriesOf(edits)) body[form] = { ...body[form], [field]: value }
  return body
}

/** What is left after these were saved: changes that were made while they were on their way. */
export function afterSaving(edits: Edits, sent: Edits): Edits {
  const left: Record<string, Record<string, Edit>> = {}
  for (const [form, field, edit] of entriesOf(edits)) {
    const before = sent[form]?.[field]
    if (before !== undefined && same(before.value, edit.value)) continue
    left[form] = { ...left[form], [field]: before === undefined ? edit : { value: edit.value, base: before.value } }
  }
  return left
}
