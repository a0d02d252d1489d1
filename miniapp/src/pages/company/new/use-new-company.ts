import { hasRightCheckCharacter, isCreditCode, normaliseCreditCode } from '@suanhui/shared/credit-code'
import { useRef, useState } from 'react'
import { registerNewCompany } from '../../../api/companies'
import { ApiError } from '../../../api/send'
import { districtOf, pathOfRegion } from '../../../components/region-picker'
import { takePlace } from '../../../navigation'
import { randomKey } from '../../../random-key'
import { useAnswers } from '../../../stores/answers'
import { chooseCompany, refreshCompanies } from '../../../stores/companies'
import { readStored, writeStored } from '../../../stores/storage'
import { newCompanyCopy as copy } from '../copy'
import { useRegistry } from './use-registry'

const DRAFT = 'draft:new-company'

export interface Typed {
  readonly creditCode: string
  readonly name: string
  readonly region: readonly string[]
  readonly confirmed: boolean
}

const NOTHING: Typed = { creditCode: '', name: '', region: [], confirmed: false }

/** @param known the district that was answered to the matcher: nobody has to choose it twice. */
const keptDraft = (known: readonly string[]): Typed => {
  const stored = readStored(DRAFT)
  const begun = { ...NOTHING, region: known }
  return typeof stored === 'object' && stored !== null ? { ...begun, ...stored } : begun
}

type Field = 'creditCode' | 'name' | 'region'
type Problems = Readonly<Partial<Record<Field | 'confirmed', string>>>

/** Whether the code looks whole, and its last character does not fit the others. */
const looksMiscopied = (code: string): boolean => isCreditCode(code) && !hasRightCheckCharacter(code)

function problemsOf({ creditCode, name, region, confirmed }: Typed): Problems {
  const code = normaliseCreditCode(creditCode)
  return {
    ...(!isCreditCode(code) && { creditCode: copy.needCode }),
    ...(looksMiscopied(code) && !confirmed && { confirmed: copy.needConfirm }),
    ...(name.trim() === '' && { name: copy.needName }),
    ...(districtOf(region) === undefined && { region: copy.needRegion }),
  }
}

const fieldsOf = (error: unknown): Problems =>
  error instanceof ApiError ? Object.fromEntries(error.fields.map(({ field, message }) => [field, message])) : {}

/** The state of the page; what was typed is on the phone at once and survives every refusal. */
export function useNewCompany() {
  const answered = useAnswers().answers['company.region']
  const [known] = useState(() => pathOfRegion(typeof answered === 'string' ? answered : undefined))
  const [typed, setTyped] = useState(() => keptDraft(known))
  const [problems, setProblems] = useState<Problems>({})
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const key = useRef(randomKey())

  function change(part: Partial<Typed>): void {
    // Another code has to be looked at again.
    const next = { ...typed, ...(part.creditCode !== undefined && { confirmed: false }), ...part }
    key.current = randomKey()
    setTyped(next)
    setProblems({})
    writeStored(DRAFT, next)
  }

  async function save(): Promise<void> {
    const found = problemsOf(typed)
    setProblems(found)
    setFailed(undefined)
    const region = districtOf(typed.region)
    if (region === undefined || Object.keys(found).length > 0) return
    setBusy(true)
    try {
      const creditCode = normaliseCreditCode(typed.creditCode)
      const confirm = looksMiscopied(creditCode) ? { confirmCheckDigit: true as const } : {}
      const company = await registerNewCompany({ creditCode, name: typed.name.trim(), region, ...confirm }, key.current)
      writeStored(DRAFT, null)
      chooseCompany(company.id)
      void refreshCompanies()
      takePlace('companyProfile', { company: company.id, section: 'company' })
    } catch (error) {
      const named = fieldsOf(error)
      setProblems(named)
      if (Object.keys(named).length === 0) setFailed(error)
    } finally {
      setBusy(false)
    }
  }

  const registry = useRegistry(typed, known, change)

  return {
    typed,
    change,
    registry,
    problems,
    failed,
    busy,
    miscopied: looksMiscopied(normaliseCreditCode(typed.creditCode)),
    save: () => void save(),
  }
}
