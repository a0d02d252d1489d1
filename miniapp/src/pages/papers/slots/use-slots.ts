import type { PaperSummary, SubmissionDetail } from '@suanhui/shared/api'
import { type PaperSlot, slotsOf } from '@suanhui/shared/submission'
import { useRef, useState } from 'react'
import { readCompanyFacts } from '../../../api/companies'
import { readPapers } from '../../../api/papers'
import { ApiError } from '../../../api/send'
import { editSubmission, readSubmission, type SubmissionRef } from '../../../api/submissions'
import { useLoaded } from '../../../use-loaded'
import { useReloadOnReturn } from '../../../use-reload-on-return'
import { isBeingRead, useAgainWhile } from '../use-papers'

interface SlotsOfSubmission {
  readonly detail: SubmissionDetail
  readonly slots: readonly PaperSlot[]
  readonly papers: readonly PaperSummary[]
}

/** Whether it was bought on the platform; where nobody said so, 附件2 is asked for. */
async function viaPlatform(companyId: string): Promise<boolean | undefined> {
  try {
    const { facts } = await readCompanyFacts(companyId)
    return facts['compute.viaPlatform']?.value === true
  } catch {
    return undefined
  }
}

async function read(ref: SubmissionRef): Promise<SlotsOfSubmission> {
  const [detail, papers, via] = await Promise.all([
    readSubmission(ref),
    readPapers(ref.companyId),
    viaPlatform(ref.companyId),
  ])
  const known = slotsOf(detail.step, via)
  // What already lies in a slot is shown, whatever is known of the platform.
  const more = slotsOf(detail.step, undefined).filter(
    ({ id }) => (detail.papers[id]?.length ?? 0) > 0 && !known.some((slot) => slot.id === id),
  )
  return { detail, slots: [...known, ...more], papers: papers.filter(({ pages }) => pages.length > 0) }
}

export type Saved = 'saved' | 'saving' | 'changed elsewhere' | undefined

/** The slots of a submission as a person fills them: each change is saved at once, one after the other. */
export function useSlots(ref: SubmissionRef) {
  const loaded = useLoaded(() => read(ref), ref.submissionId)
  const { value, reload, replace } = loaded
  useReloadOnReturn(reload)
  useAgainWhile(value?.papers.some(isBeingRead) === true, reload)
  const [saved, setSaved] = useState<Saved>()
  const [failed, setFailed] = useState<unknown>()
  const busy = useRef(false)

  const put = async (slot: PaperSlot['id'], ids: readonly string[]): Promise<void> => {
    if (value === undefined || busy.current) return
    busy.current = true
    setSaved('saving')
    setFailed(undefined)
    try {
      const detail = await editSubmission(ref, { version: value.detail.version, papers: { [slot]: ids } })
      replace({ ...value, detail })
      setSaved('saved')
    } catch (error) {
      const elsewhere = error instanceof ApiError && error.code === 'CONFLICT'
      setSaved(elsewhere ? 'changed elsewhere' : undefined)
      if (elsewhere) reload()
      else setFailed(error)
    } finally {
      busy.current = false
    }
  }
  return { ...loaded, saved, failed, put }
}
