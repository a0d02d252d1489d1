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

type Wanted = Readonly<Record<string, readonly string[]>>

/** Two that save at the same time, such as a file that has just arrived, are through after one. */
const MOST_CONFLICTS = 3

const isConflict = (error: unknown): boolean => error instanceof ApiError && error.code === 'CONFLICT'

/**
 * Saves what was put over what stands there, also where something else was changed meanwhile.
 * @throws ApiError of code CONFLICT where the same slots were changed by somebody else.
 */
async function savedOver(ref: SubmissionRef, first: SlotsOfSubmission, papers: Wanted): Promise<SlotsOfSubmission> {
  let from = first
  for (let conflicts = 0; ; conflicts += 1) {
    try {
      return { ...from, detail: await editSubmission(ref, { version: from.detail.version, papers }) }
    } catch (error) {
      if (!isConflict(error) || conflicts === MOST_CONFLICTS) throw error
      const now = await read(ref)
      const before = first.detail.papers
      const untouched = Object.keys(papers).every((slot) => before[slot]?.join() === now.detail.papers[slot]?.join())
      if (!now.detail.editable || !untouched) throw error
      from = now
    }
  }
}

/** The slots of a submission as a person fills them: each change is seen at once, and saved one after the other. */
export function useSlots(ref: SubmissionRef) {
  const loaded = useLoaded(() => read(ref), ref.submissionId)
  const { value, reload, replace } = loaded
  useReloadOnReturn(reload)
  useAgainWhile(value?.papers.some(isBeingRead) === true, reload)
  const [saved, setSaved] = useState<Saved>()
  const [failed, setFailed] = useState<unknown>()
  // What was put and is not saved yet; a second change waits for the first, which brings back the version.
  const [wanted, setWanted] = useState<Wanted>({})
  const latest = useRef<{ wanted: Wanted; busy: boolean; saved?: SlotsOfSubmission }>({ wanted, busy: false })
  const want = (next: Wanted): void => {
    latest.current.wanted = next
    setWanted(next)
  }

  const send = async (first: SlotsOfSubmission): Promise<void> => {
    let from = first
    while (Object.keys(latest.current.wanted).length > 0) {
      const papers = latest.current.wanted
      from = await savedOver(ref, from, papers)
      latest.current.saved = from
      replace(from)
      const left = Object.entries(latest.current.wanted).filter(([slot, ids]) => papers[slot] !== ids)
      want(Object.fromEntries(left))
    }
  }
  const put = async (slot: PaperSlot['id'], ids: readonly string[]): Promise<void> => {
    if (value === undefined) return
    want({ ...latest.current.wanted, [slot]: ids })
    if (latest.current.busy) return
    latest.current.busy = true
    setSaved('saving')
    setFailed(undefined)
    try {
      const { saved: before } = latest.current
      // Pressed again before the page was drawn anew.
      await send(before !== undefined && before.detail.version > value.detail.version ? before : value)
      setSaved('saved')
    } catch (error) {
      want({})
      const elsewhere = isConflict(error)
      setSaved(elsewhere ? 'changed elsewhere' : undefined)
      if (elsewhere) reload()
      else setFailed(error)
    } finally {
      latest.current.busy = false
    }
  }
  const shown = value && { ...value, detail: { ...value.detail, papers: { ...value.detail.papers, ...wanted } } }
  return { ...loaded, value: shown, saved, failed, put }
}
