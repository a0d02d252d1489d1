import type { SubmissionDetail } from '@suanhui/shared/api'
import { type FormId, type FormValue, type FormValues, withAnswer, withoutAnswer } from '@suanhui/shared/forms'
import type { Edits } from '../../stores/draft/edits'

type Forms = SubmissionDetail['forms']
type Answers = Partial<Record<FormId, Record<string, FormValue | null>>>

/** A field is named `form.field`, as the server names it. */
export const nameOf = (form: FormId, field: string): string => `${form}.${field}`

export function partsOf(name: string): readonly [FormId, string] {
  const dot = name.indexOf('.')
  return [name.slice(0, dot) as FormId, name.slice(dot + 1)]
}

/** What is sent: only what was changed. */
export function bodyOf(edits: Edits): Answers {
  const body: Answers = {}
  for (const [name, { value }] of Object.entries(edits)) {
    const [form, field] = partsOf(name)
    body[form] = { ...body[form], [field]: value }
  }
  return body
}

/** A form as it stands before the person: what the server has, under what was changed here. */
export function shown(forms: Forms, edits: Edits, form: FormId): FormValues {
  let values = forms[form] ?? {}
  for (const [name, { value }] of Object.entries(edits)) {
    const [of, field] = partsOf(name)
    if (of === form) values = value === null ? withoutAnswer(values, field) : withAnswer(values, field, value)
  }
  return values
}
