import type { Decision } from '../decision'
import type { FactValues } from '../facts'
import { type Fen, share } from '../money'
import { type Paper, textOf } from '../papers'
import type { CompanyProfile } from './company-profile'
import { type Form, type FormField, type FormId, fieldsOf, type Made, type Origin } from './form'
import {
  type FilledValue,
  type FormRow,
  type FormValue,
  type FormValues,
  type FoundValue,
  isBlank,
} from './form-values'
import { companyDraft, type DraftSource, usageDraft, valueDraft } from './report-drafts'
import { lacksOf } from './report-lacks'
import { filing } from './tables/filing'
import { claimLimits } from './validate'

/** A registered provider, as the register tells it. */
export interface FormProvider {
  readonly name: string
  readonly creditCode?: string
  /** 算力中心地址 */
  readonly site?: string
  readonly domestic?: 'domestic' | 'foreign' | 'mixed'
}

/** All that forms can be filled in from. Papers: only what a person has confirmed or a machine has verified counts. */
export interface PrefillSource {
  readonly company: CompanyProfile
  readonly papers: readonly Paper[]
  readonly facts: FactValues
  /** 附件3: what counts of invoices and payments (`subsidyBase`). */
  readonly baseFen?: Fen
  readonly decision?: Decision
  readonly providers: readonly FormProvider[]
  readonly earlier: Readonly<Partial<Record<FormId, FormValues>>>
}

/** The paper with nothing left that is only suggested. */
const trusted = (paper: Paper): Paper => ({
  ...paper,
  fields: Object.fromEntries(Object.entries(paper.fields).filter(([, { status }]) => status !== 'suggested')),
})

const contractsOf = ({ papers }: PrefillSource): readonly Paper[] =>
  papers.filter(({ kind, duplicateOf }) => kind === 'contract' && duplicateOf === undefined).map(trusted)

function providerOf(contract: Paper, providers: readonly FormProvider[]): FormProvider | undefined {
  const code = textOf(contract, 'sellerCode')
  const name = textOf(contract, 'sellerName')
  return providers.find((provider) =>
    code !== undefined && provider.creditCode !== undefined ? provider.creditCode === code : provider.name === name,
  )
}

function contractRow(contract: Paper, source: PrefillSource): FormRow {
  const provider = providerOf(contract, source.providers)
  const viaPlatform = source.facts['compute.viaPlatform']
  const cells = {
    number: contract.fields.number?.value,
    title: contract.fields.title?.value,
    totalFen: contract.fields.totalFen?.value,
    providerName: provider?.name ?? textOf(contract, 'sellerName'),
    providerCode: textOf(contract, 'sellerCode') ?? provider?.creditCode,
    site: textOf(contract, 'site') ?? provider?.site,
    viaPlatform: typeof viaPlatform === 'boolean' ? viaPlatform : undefined,
    domestic: provider?.domestic,
    chip: textOf(contract, 'chip'),
    ratio: claimLimits.share,
  }
  return Object.fromEntries(Object.entries(cells).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])))
}

/** Only the columns that the form has. */
function contractRows(source: PrefillSource, field: FormField): readonly FormRow[] {
  if (field.type !== 'rows') return []
  const columns = new Set(field.columns.map(({ id }) => id))
  return contractsOf(source).map((contract) =>
    Object.fromEntries(Object.entries(contractRow(contract, source)).filter(([id]) => columns.has(id))),
  )
}

const proofKinds: Readonly<Record<string, string>> = { usage_log: '算力使用记录', compute_bill: '算力账单' }

function proofs({ papers }: PrefillSource): readonly FormRow[] {
  const names = papers.flatMap(({ kind }) => proofKinds[kind] ?? [])
  return [...new Set(names)].map((name) => ({ name }))
}

function ceiling({ decision, baseFen }: PrefillSource): Fen | undefined {
  const byRule = baseFen === undefined ? undefined : Math.min(share(baseFen, claimLimits.share), claimLimits.mostFen)
  const decided = decision?.amount?.maxFen ?? undefined
  return byRule === undefined ? decided : Math.min(byRule, decided ?? byRule)
}

const sumOf = (rows: readonly FormRow[]): Fen | undefined => {
  const sums = rows.flatMap(({ totalFen }) => (typeof totalFen === 'number' ? [totalFen] : []))
  return sums.length === 0 ? undefined : sums.reduce((total, fen) => total + fen, 0)
}

const distinct = (texts: readonly (string | undefined)[], between: string): string | undefined => {
  const text = [...new Set(texts.filter((each) => each !== undefined))].join(between)
  return text === '' ? undefined : text
}

function computeKind(contracts: readonly Paper[]): string | undefined {
  return distinct(
    contracts.map((contract) => distinct([textOf(contract, 'service'), textOf(contract, 'chip')], '，')),
    '；',
  )
}

const draftSource = (source: PrefillSource): DraftSource => ({
  company: source.company,
  contracts: contractsOf(source),
  papers: source.papers.filter(({ duplicateOf }) => duplicateOf === undefined).map(trusted),
  facts: source.facts,
  ...(source.baseFen !== undefined && { settledFen: source.baseFen }),
})

/** What to add so that the drafts of 附件4 say more, by field, in words; nothing where all is there. */
export const reportLacks = (source: PrefillSource): Readonly<Record<string, readonly string[]>> =>
  lacksOf(draftSource(source), filing, source.earlier.filing)

function made(
  origin: Origin & { readonly made: Made },
  field: FormField,
  source: PrefillSource,
): FoundValue | undefined {
  const contracts = contractsOf(source)
  const paper = (value: FormValue | undefined): FoundValue | undefined =>
    value === undefined
      ? undefined
      : { value, source: 'paper', ...(contracts[0] && { sourceId: contracts.map(({ id }) => id).join(' ') }) }
  const matcher = (value: FormValue | undefined): FoundValue | undefined =>
    value === undefined ? undefined : { value, source: 'matcher' }
  const drafts = draftSource(source)
  switch (origin.made) {
    case 'contracts':
      return paper(contractRows(source, field))
    case 'contract total':
      return paper(sumOf(contracts.map((contract) => contractRow(contract, source))))
    case 'providers':
      return paper(
        distinct(
          contracts.map((contract) => textOf(contract, 'sellerName')),
          '；',
        ),
      )
    case 'compute kind':
      return paper(computeKind(contracts))
    case 'settled':
      return paper(source.baseFen)
    case 'ceiling':
      return matcher(ceiling(source))
    case 'proofs':
      return paper(proofs(source))
    case 'about usage':
      return paper(usageDraft(drafts))
    case 'about value': {
      const value = valueDraft(filing, source.earlier.filing)
      return value === undefined ? undefined : { value, source: 'form', sourceId: 'filing' }
    }
    case 'about company': {
      const value = companyDraft(drafts)
      return value === undefined ? undefined : { value, source: 'company' }
    }
  }
}

/** A fact that a cell can hold: no ranges, no sets. */
function factValue(given: FactValues[string], type: FormField['type']): FormValue | undefined {
  if (typeof given === 'boolean') return type === 'yes no' ? given : undefined
  return typeof given === 'number' || typeof given === 'string' ? given : undefined
}

function found(origin: Origin, field: FormField, source: PrefillSource): FoundValue | undefined {
  if ('made' in origin) return made(origin, field, source)
  if ('company' in origin) {
    const given = source.company[origin.company]
    if (given === undefined) return undefined
    const value: FormValue = typeof given === 'object' ? given.slice(0, 3).map((row) => ({ ...row })) : given
    return { value, source: 'company', sourceId: origin.company }
  }
  if ('fact' in origin) {
    const value = factValue(source.facts[origin.fact], field.type)
    return value === undefined ? undefined : { value, source: 'matcher', sourceId: origin.fact }
  }
  if ('form' in origin) {
    const value = source.earlier[origin.form]?.[origin.field]?.value
    return value === undefined ? undefined : { value, source: 'form', sourceId: origin.form }
  }
  const contract = contractsOf(source).at(-1)
  const value = contract?.fields[origin.contract]?.value
  return contract === undefined || value === undefined ? undefined : { value, source: 'paper', sourceId: contract.id }
}

/** The form as far as it can be filled in without asking; nothing of it is confirmed yet. */
export function prefill(form: Form, source: PrefillSource): FormValues {
  const filled = fieldsOf(form).flatMap((field): readonly (readonly [string, FilledValue])[] => {
    for (const origin of field.from ?? []) {
      const value = found(origin, field, source)
      if (value !== undefined && !isBlank(value.value)) return [[field.id, { ...value, confirmed: false }]]
    }
    return []
  })
  return Object.fromEntries(filled)
}
