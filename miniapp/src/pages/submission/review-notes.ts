import type { SubmissionDetail } from '@suanhui/shared/api'
import {
  type Form,
  type FormId,
  type FormPlace,
  type FormValues,
  fieldOf,
  isAsked,
  placeName,
  placeNamed,
  rowsOf,
} from '@suanhui/shared/forms'
import type { ReviewNote } from '../../components/place/marks'

type Item = SubmissionDetail['standing']['items'][number]

/** What a reviewer still wants changed, with where that is in the forms; a paper has its id instead. */
export interface OpenItem extends Item {
  readonly place: FormPlace | undefined
}

export function openItems({ standing, forms }: Pick<SubmissionDetail, 'standing' | 'forms'>): readonly OpenItem[] {
  const among = Object.keys(forms) as FormId[]
  return standing.items
    .filter(({ resolved }) => !resolved)
    .map((item) => ({ ...item, place: item.field === undefined ? undefined : placeNamed(item.field, among) }))
}

/** The place as the form shows it now: a row that is not there any more stands for the whole table. */
function shownPlace({ form, field, row, column }: FormPlace, values: FormValues): FormPlace {
  const there = row !== undefined && row < rowsOf(values[field]?.value).length
  return there ? { form, field, row, ...(column !== undefined && { column }) } : { form, field }
}

export interface FormNotes {
  /** By the name of the place. */
  readonly notes: ReadonlyMap<string, readonly ReviewNote[]>
  /** Of fields that the form does not ask for as it is filled in now. */
  readonly others: readonly ReviewNote[]
}

/** What reviewers wrote of this form, where it stands on the page. */
export function notesOf(items: readonly OpenItem[], form: Form, values: FormValues): FormNotes {
  const notes = new Map<string, ReviewNote[]>()
  const others: ReviewNote[] = []
  for (const { place, ...item } of items) {
    if (place?.form !== form.id) continue
    const field = fieldOf(form, place.field)
    if (field === undefined || !isAsked(field, values)) others.push(item)
    else {
      const name = placeName(shownPlace(place, values))
      notes.set(name, [...(notes.get(name) ?? []), item])
    }
  }
  return { notes, others }
}

/** The place that an address names, as the form shows it now; empty where there is none. */
export function hereIn(name: string, form: Form, values: FormValues): string {
  const place = placeNamed(`${form.id}.${name}`, [form.id])
  return place === undefined ? '' : placeName(shownPlace(place, values))
}
