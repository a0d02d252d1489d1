import type { PaperDetail } from '@suanhui/shared/api'
import { useState } from 'react'
import { readCompany } from '../../../api/companies'
import { type PaperRef, readPaper } from '../../../api/papers'
import { useLoaded } from '../../../use-loaded'
import { useReloadOnReturn } from '../../../use-reload-on-return'
import { isBeingRead, useAgainWhile } from '../use-papers'

/** One paper, asked for anew while it is being read, and what a person does with it. */
export function usePaper(ref: PaperRef) {
  const loaded = useLoaded(() => readPaper(ref), ref.paperId)
  const company = useLoaded(() => readCompany(ref.companyId), ref.companyId).value
  const { value, reload, replace } = loaded
  useReloadOnReturn(reload)
  const drawing = value?.pages.some((page) => page.drawing === true) === true
  useAgainWhile(value !== undefined && (isBeingRead(value) || drawing), reload)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>()

  /** @returns whether the server has it; what it said stands in `failed` otherwise. */
  const change = async (work: () => Promise<PaperDetail>): Promise<boolean> => {
    setBusy(true)
    setFailed(undefined)
    try {
      replace(await work())
      return true
    } catch (error) {
      setFailed(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { ...loaded, company, busy, failed, setFailed, change }
}
