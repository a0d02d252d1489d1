import type { RegistryEntry } from '@suanhui/shared/api'
import { hasRightCheckCharacter, isCreditCode, normaliseCreditCode } from '@suanhui/shared/credit-code'
import { useEffect, useState } from 'react'
import { lookUpCompany } from '../../../api/companies'
import { pathOfRegion } from '../../../components/region-picker'
import type { Typed } from './use-new-company'

/** A code is looked up when nothing more is typed for so long. */
const PAUSE_MS = 500

type Found =
  | { readonly state: 'nothing' }
  | { readonly state: 'asking' }
  /** Not found, or not to be asked now: the person fills it in. */
  | { readonly state: 'unknown'; readonly message: string }
  | { readonly state: 'found'; readonly company: RegistryEntry }

export type Registry =
  | Exclude<Found, { readonly state: 'found' }>
  | {
      readonly state: 'found'
      readonly company: RegistryEntry
      /** What is registered stands in the fields. */
      readonly taken: boolean
      readonly take: () => void
    }

const NOTHING: Found = { state: 'nothing' }

/** Fields for what is registered: an unknown place stays as it was. */
const fieldsOf = ({ name, region }: RegistryEntry, typed: Typed): Pick<Typed, 'name' | 'region'> => {
  const path = pathOfRegion(region)
  return { name, region: path.length > 0 ? path : typed.region }
}

/**
 * Looks up the code that was typed. It fills in fields that nobody touched; over others it only offers to.
 * @param known the place that stood there by itself.
 */
export function useRegistry(typed: Typed, known: readonly string[], change: (part: Partial<Typed>) => void): Registry {
  const [found, setFound] = useState<Found>(NOTHING)
  const code = normaliseCreditCode(typed.creditCode)
  const askable = isCreditCode(code) && hasRightCheckCharacter(code)
  useEffect(() => {
    setFound(NOTHING)
    if (!askable) return undefined
    let current = true
    const timer = setTimeout(() => {
      setFound({ state: 'asking' })
      lookUpCompany(code).then(
        (answer) => {
          if (!current) return
          if (answer.result === 'found') setFound({ state: 'found', company: answer.company })
          else setFound({ state: 'unknown', message: answer.message })
        },
        // Filling it in by hand works as well: no reason to alarm anybody.
        () => current && setFound(NOTHING),
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [askable, code])

  const company = found.state === 'found' ? found.company : undefined
  const untouched = typed.name.trim() === '' && (typed.region.length === 0 || typed.region.join() === known.join())
  useEffect(() => {
    if (company !== undefined && untouched) change(fieldsOf(company, typed))
  }, [company, untouched, change, typed])

  if (found.state !== 'found') return found
  const fields = fieldsOf(found.company, typed)
  return {
    ...found,
    taken: fields.name === typed.name.trim() && fields.region.join() === typed.region.join(),
    take: () => change(fields),
  }
}
