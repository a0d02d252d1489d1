import type { SubmissionDetail } from '@suanhui/shared/api'
import type { FormId, FormValue } from '@suanhui/shared/forms'
import { editSubmission, readSubmission, type SubmissionRef } from '../../api/submissions'
import { draftsOf } from '../../stores/draft/open-drafts'
import { bodyOf, nameOf, partsOf } from './edited'

const useDraft = draftsOf((ref: SubmissionRef) => ({
  name: `draft:${ref.submissionId}`,
  read: () => readSubmission(ref),
  standing({ forms }: SubmissionDetail, name) {
    const [form, field] = partsOf(name)
    return forms[form]?.[field]?.value ?? null
  },
  sendable: ({ editable }, edits) => (editable ? edits : {}),
  write: ({ version }, edits) => editSubmission(ref, { version, forms: bodyOf(edits) }),
}))

/** A submission as this person edits it. */
export function useSubmission(ref: SubmissionRef) {
  const draft = useDraft(ref)
  const { change } = draft
  return {
    ...draft,
    change: (form: FormId, field: string, value: FormValue | undefined) => change(nameOf(form, field), value ?? null),
  }
}
