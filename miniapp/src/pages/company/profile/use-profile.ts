import type { CompanyDetail } from '@suanhui/shared/api'
import type { FormValue, FormValues } from '@suanhui/shared/forms'
import { useDidHide } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { changeCompany, readCompany } from '../../../api/companies'
import { ApiError } from '../../../api/send'
import { problemWords } from '../../../components/problem'
import { noteSave } from '../../../stores/last-save'
import { readStored, writeStored } from '../../../stores/storage'
import { useLoaded } from '../../../use-loaded'
import { type ProfileKey, valuesOf } from '../fields'
import {
  afterSaving,
  asSent,
  bodyOf,
  type Conflict,
  conflictsOf,
  type Edits,
  isEmpty,
  problemOf,
  savable,
  settled,
  shown,
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

type Refused = Readonly<Partial<Record<string, string>>>

const keyOf = (companyId: string): string => `draft:company:${companyId}`

function keptEdits(companyId: string): Edits {
  const stored = readStored(keyOf(companyId))
  return typeof stored === 'object' && stored !== null ? (stored as Edits) : {}
}

/** What the server refuses, by part: `shareholders.0.name` belongs to the shareholders. */
const refusedParts = (error: unknown): Refused =>
  error instanceof ApiError
    ? Object.fromEntries(error.fields.map(({ field, message }) => [field.split('.')[0] ?? field, message]))
    : {}

const without = (edits: Edits, refused: Refused): Edits =>
  Object.fromEntries(Object.entries(edits).filter(([key]) => refused[key] === undefined))

/**
 * The profile as this person edits it: each change is on the phone at once and on the server a moment later. What
 * somebody else changed meanwhile is shown beside one's own, never overwritten.
 */
export function useProfile(companyId: string) {
  const loaded = useLoaded<CompanyDetail>(() => readCompany(companyId), companyId)
  const [edits, setEdits] = useState<Edits>(() => keptEdits(companyId))
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: undefined })
  const [refused, setRefused] = useState<Refused>({})
  const [overtaken, setOvertaken] = useState(false)
  const company = loaded.value
  const values: FormValues = company === undefined ? {} : shown(valuesOf(company.profile), edits)
  const latest = useRef({ edits, company })
  latest.current = { edits, company }
  const { replace, reload } = loaded

  const keep = useCallback(
    (next: Edits) => {
      latest.current = { ...latest.current, edits: next }
      writeStored(keyOf(companyId), isEmpty(next) ? null : next)
      setEdits(next)
    },
    [companyId],
  )

  const conflicts = company === undefined ? [] : conflictsOf(edits, company.profile)
  const sendable = without(savable(edits, values), refused)
  const pending = company !== undefined && conflicts.length === 0 && !isEmpty(sendable)

  const save = async (): Promise<void> => {
    if (company === undefined) return
    setSaving({ state: 'saving' })
    keep(asSent(latest.current.edits, sendable))
    try {
      const body = { version: company.version, ...bodyOf(sendable) } as Parameters<typeof changeCompany>[1]
      replace(await changeCompany(companyId, body))
      keep(afterSaving(latest.current.edits, sendable))
      setSaving({ state: 'saved', at: Date.now() })
    } catch (error) {
      setRefused({ ...refused, ...refusedParts(error) })
      if (error instanceof ApiError && error.code === 'CONFLICT') {
        setOvertaken(true)
        setSaving({ state: 'saved', at: undefined })
        reload()
      } else setSaving({ state: 'waiting', why: problemWords(error) })
    }
  }
  const saveNow = useRef(save)
  saveNow.current = save

  // Whoever leaves the page before the pause is over has typed it all the same.
  const leave = useRef(() => {})
  leave.current = () => {
    if (pending && saving.state !== 'saving') noteSave(saveNow.current())
  }
  useDidHide(() => leave.current())
  useEffect(() => () => leave.current(), [])

  useEffect(() => {
    if (!pending || saving.state === 'saving') return undefined
    const timer = setTimeout(() => noteSave(saveNow.current()), saving.state === 'waiting' ? RETRY_MS : PAUSE_MS)
    return () => clearTimeout(timer)
    // Each change of `edits` starts the pause anew.
  }, [pending, saving.state, edits])

  return {
    ...loaded,
    values,
    saving,
    overtaken,
    conflicts,
    problemOf: (key: ProfileKey): string | undefined => problemOf(key, values) ?? refused[key],
    change: (key: ProfileKey, value: FormValue | undefined) => {
      if (company === undefined) return
      const { [key]: _answered, ...others } = refused
      setRefused(others)
      // Opening a part may put a new page in the place of this one: what was typed on the one before is kept as well.
      keep(withEdit({ ...keptEdits(companyId), ...latest.current.edits }, company.profile, key, value))
    },
    decide: (conflict: Conflict, which: 'mine' | 'theirs') => keep(settled(edits, conflict, which)),
  }
}
