import {
  type Form,
  type FormId,
  type FormProblem,
  type FormValue,
  fieldOf,
  forms,
  isAsked,
  placeName,
  validateForm,
} from '@suanhui/shared/forms'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Empty } from '../../../components/empty'
import { FormFieldView } from '../../../components/form-field'
import { Loading } from '../../../components/loading'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { ReviewNotice } from '../../../components/place'
import { MarksContext, placeId, useBroughtIntoSight } from '../../../components/place/marks'
import { Problem } from '../../../components/problem'
import { SignedIn } from '../../../components/signed-in'
import { goBack, useParam } from '../../../navigation'
import { bringIntoSight } from '../../../platform/bring'
import { type Conflict, isEmpty } from '../../../stores/draft/edits'
import { formCopy as copy, formNames, submissionCopy } from '../copy'
import { partsOf, shown } from '../edited'
import { hereIn, notesOf, openItems } from '../review-notes'
import { useRefOfPage } from '../use-ref'
import { useSubmission } from '../use-submission'
import styles from './index.module.scss'
import { nextPlace } from './next-place'
import { FormState } from './state'

const textOf = (form: Form, field: string, value: FormValue | null): string => {
  const kind = fieldOf(form, field)
  if (value === null) return copy.empty
  if (kind?.type === 'fen' && typeof value === 'number') return copy.wan(value / 1_000_000)
  return typeof value === 'object' ? copy.several(value.length) : String(value)
}

const CONFLICTS = 'conflicts'

interface ConflictsProps {
  /** The one that is shown: others are named. */
  readonly here: FormId
  readonly conflicts: readonly Conflict[]
  readonly onDecide: (conflict: Conflict, keep: 'mine' | 'theirs') => void
}

/** Of all forms: while one waits for a decision, nothing of the submission is saved. */
function Conflicts({ here, conflicts, onDecide }: ConflictsProps) {
  if (conflicts.length === 0) return null
  return (
    <View id={CONFLICTS} className={styles.conflicts}>
      {conflicts.map((conflict) => {
        const [id, field] = partsOf(conflict.name)
        const label = fieldOf(forms[id], field)?.label ?? ''
        return (
          <Card key={conflict.name} title={copy.conflict}>
            <View>{id === here ? label : `${formNames[id]}：${label}`}</View>
            <Button kind="secondary" onPress={() => onDecide(conflict, 'mine')}>
              {copy.mine}：{textOf(forms[id], field, conflict.mine)}
            </Button>
            <Button kind="secondary" onPress={() => onDecide(conflict, 'theirs')}>
              {copy.theirs}：{textOf(forms[id], field, conflict.theirs)}
            </Button>
          </Card>
        )
      })}
    </View>
  )
}

function FormBody({ form }: { readonly form: Form }) {
  const { saved: value, error, reload, edits, saving, conflicts, change, decide } = useSubmission(useRefOfPage())
  const cameFor = useParam('field')
  const [wentTo, setWentTo] = useState<string>()
  const asked = wentTo ?? cameFor
  const editable = value?.editable === true
  const here = value === undefined ? '' : hereIn(asked, form, shown(value.forms, edits, form.id))
  useBroughtIntoSight(here, editable)
  if (value === undefined) return error === undefined ? <Loading /> : <Problem error={error} onRetry={reload} />
  if (!value.editable) return <Notice>{copy.readOnly}</Notice>
  const values = shown(value.forms, edits, form.id)
  const problems = validateForm(form, values)
  const { notes, others } = notesOf(openItems(value), form, values)
  const next = () => {
    const name = nextPlace(problems, wentTo)
    setWentTo(name)
    bringIntoSight(placeId(name))
  }
  const messageOf = (tells: (problem: FormProblem) => boolean) => problems.find(tells)?.message
  return (
    <MarksContext.Provider value={{ here, notes }}>
      <FormState
        left={problems.length}
        saving={saving}
        conflicts={conflicts.length}
        onDecide={() => bringIntoSight(CONFLICTS)}
        pending={!isEmpty(edits)}
        onNext={next}
      />
      <Conflicts here={form.id} conflicts={conflicts} onDecide={decide} />
      {others.map(({ id, note, dueOn }) => (
        <ReviewNotice key={id} note={note} dueOn={dueOn} />
      ))}
      {form.sections.map((section) => (
        <Card key={section.id} {...(section.title !== undefined && { title: section.title })}>
          {section.prompts?.map((prompt) => (
            <View key={prompt} className={styles.prompt}>
              {prompt}
            </View>
          ))}
          {section.fields
            .filter((field) => isAsked(field, values))
            .map((field) => (
              <FormFieldView
                key={field.id}
                field={field}
                filled={values[field.id]}
                // What is merely empty is counted above; red words are for what was typed, and for what one came for.
                problem={
                  values[field.id] === undefined && field.id !== here
                    ? undefined
                    : messageOf((one) => one.field === field.id)
                }
                cellProblem={(row, column) => {
                  const name = placeName({ field: field.id, row, column })
                  return messageOf((one) => placeName(one) === name && (one.kind === 'wrong' || name === here))
                }}
                lacks={form.id === 'report' ? value.reportLacks[field.id] : undefined}
                onChange={(next) => change(form.id, field.id, next)}
              />
            ))}
        </Card>
      ))}
      <Button onPress={goBack}>{copy.back}</Button>
    </MarksContext.Provider>
  )
}

export default function FormPage() {
  const form = forms[useParam('form') as FormId] as Form | undefined
  return (
    <Page title={form === undefined ? copy.title : formNames[form.id]}>
      <SignedIn why={submissionCopy.why}>
        {form === undefined ? <Empty title={copy.none} /> : <FormBody form={form} />}
      </SignedIn>
    </Page>
  )
}
