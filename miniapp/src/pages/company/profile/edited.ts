import { type FormValues, validateField } from '@suanhui/shared/forms'
import type { Edits } from '../../../stores/draft/edits'
import { profileFields } from '../fields'

/** The profile as it stands before the person: what the server has, under what was changed here. */
export function shown(saved: FormValues, edits: Edits): FormValues {
  const values = { ...saved }
  for (const [key, { value }] of Object.entries(edits)) {
    if (value === null) delete values[key]
    else values[key] = { value, source: 'person', confirmed: true }
  }
  return values
}

/** What is wrong with what stands in a field; blank is not wrong. */
export function problemOf(name: string, values: FormValues): string | undefined {
  const field = profileFields.find(({ key }) => key === name)?.field
  return field === undefined ? undefined : validateField(field, values[name]?.value, values)
}

/** What can be saved now. What is still half typed waits on the phone. */
export function savable(edits: Edits, values: FormValues): Edits {
  return Object.fromEntries(
    Object.entries(edits).filter(([name, { value }]) => value === null || problemOf(name, values) === undefined),
  )
}
