import type { SubmissionDetail } from '@suanhui/shared/api'
import type { FormId, FormValue } from '@suanhui/shared/forms'
import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/send'
import { editSubmission, readSubmission, type SubmissionRef } from '../../api/submissions'
import { noteSave } from '../../stores/last-save'
import { readStored, writeStored } from '../../stores/storage'
import { useLoaded } from '../../use-loaded'
import {
  afterSaving,
  asSent,
  bodyOf,
  type Conflict,
  conflictsOf,
  type Edits,
  isEmpty,
  settled,
  withEdit,
} from './edits'

/** So long after the last key nothing more is typed for the moment. */
const PAUSE_MS = 700
const RETRY_MS = 5_000

export type Saving =
  | { readonly state: 'saved'; readonly at: number | undefined }
  | { readonly state: 'saving' }
  /** Kept on the phone, to be sent when there is a network. */
  | { readonly state: 'waiting'; readonly why: string }

const keyOf = (submissionId: string): string => `draft:${submissionId}`

function keptEdits(submissionId: string): Edits {
  const stored = readStored(keyOf(submissionId))
  return typeof stored === 'object' && stored !== null ? (stored as Edits) : {}
}

/**
 * A submission as this person edits it: each change is on the phone at once and on the server a moment later. What
 * somebody else changed meanwhile is shown beside one's own, never overwritten.
 */
export function useSubmission(ref: SubmissionRef) {
  const { submissionId } = ref
  const loaded = useLoaded<SubmissionDetail>(() => readSubmission(ref), `${ref.companyId} ${submissionId}`)
  const [edits, setEdits] = useState<Edits>(() => keptEdits(submissionId))
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: undefined })
  const latest = useRef({ edits, detail: loaded.value, ref })
  latest.current = { edits, detail: loaded.value, ref }
  const { replace, reload } = loaded

  const keep = useCallback(
    (next: Edits) => {
      latest.current = { ...latest.current, edits: next }
      writeStored(keyOf(submissionId), isEmpty(next) ? null : next)
      setEdits(next)
    },
    [submissionId],
  )

  const save = useCallback(
    async (more: Pick<Parameters<typeof editSubmission>[1], 'papers' | 'confirmedFindings'> = {}) => {
      const { edits: sent, detail } = latest.current
      if (detail === undefined) return
      setSaving({ state: 'saving' })
      if (!isEmpty(sent)) keep(asSent(sent, sent))
      try {
        const forms = isEmpty(sent) ? {} : { forms: bodyOf(sent) }
        replace(await editSubmission(latest.current.ref, { version: detail.version, ...forms, ...more }))
        keep(afterSaving(latest.current.edits, sent))
        setSaving({ state: 'saved', at: Date.now() })
      } catch (error) {
        const why = error instanceof ApiError ? error.message : '没有存到服务器上'
        setSaving({ state: 'waiting', why })
        if (error instanceof ApiError && error.code === 'CONFLICT') reload()
      }
    },
    [keep, reload, replace],
  )

  // Whoever leaves the page before the pause is over has typed it all the same.
  const saveNow = useCallback(() => {
    if (latest.current.detail?.editable === true && !isEmpty(latest.current.edits)) noteSave(save())
  }, [save])
  useDidHide(saveNow)
  useEffect(() => saveNow, [saveNow])

  const detail = loaded.value
  const conflicts = detail === undefined ? [] : conflictsOf(edits, detail.forms)
  const hasConflicts = conflicts.length > 0
  const pending = detail?.editable === true && !isEmpty(edits) && !hasConflicts
  useEffect(() => {
    if (!pending || saving.state === 'saving') return undefined
    const timer = setTimeout(
      () => {
        noteSave(save())
      },
      saving.state === 'waiting' ? RETRY_MS : PAUSE_MS,
    )
    return () => clearTimeout(timer)
    // Each change of `edits` starts the pause anew.
  }, [pending, saving.state, save])

  return {
    ...loaded,
    edits,
    saving,
    conflicts,
    change: (form: FormId, field: string, value: FormValue | undefined) => {
      if (detail !== undefined) keep(withEdit(latest.current.edits, detail.forms, form, field, value))
    },
    decide: (conflict: Conflict, keepWhich: 'mine' | 'theirs') => keep(settled(edits, conflict, keepWhich)),
    save,
  }
}
