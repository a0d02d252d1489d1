import type { RuleChanges } from '@suanhui/shared/api'
import { type IsoDate, shanghaiDay } from '@suanhui/shared/date'
import { type Decision, ruleOn } from '@suanhui/shared/decision'
import type { FactValues } from '@suanhui/shared/facts'
import {
  answersOf,
  type FormValue,
  type FormValues,
  forms,
  type PrefillSource,
  prefill,
  reportLacks,
  withAnswer,
} from '@suanhui/shared/forms'
import { type CheckContext, invoiceKey, type Paper, type SubsidyBase, subsidyBase } from '@suanhui/shared/papers'
import type { Answers, SubmissionDraft } from '@suanhui/shared/submission'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import type { SubmissionRow } from '../../stores/submissions'
import { takenInvoices } from '../papers/invoice-claims'
import { claimedElsewhere } from './claimed-elsewhere'
import { type KnownCompany, knownCompany } from './company-known'
import { type FiledContracts, filedContracts, sentFilings } from './filings'
import { type OtherVouchers, otherVouchers } from './other-vouchers'
import { papersThere } from './papers-there'
import { rulesFor } from './pinned-rules'
import { type ProviderRegister, providerRegister } from './registered-providers'
import { ruleChanges } from './rule-changes'
import { answersIn, type FilledForms, type PersonAnswers, pinnedIn } from './sealed'
import { formsOf, slotIdsOf } from './steps'
import { toldOf } from './told-of'

export type FlowWorld = Pick<Deps, 'vault' | 'clock' | 'published' | 'paperRules'>

/** A submission with all that it stands on, as things are now. */
export interface Assembled {
  readonly row: SubmissionRow
  readonly company: KnownCompany
  /** In the order of the slots, each once. */
  readonly papers: readonly Paper[]
  readonly context: CheckContext
  readonly filed: FiledContracts
  /** Of an application. */
  readonly base: SubsidyBase | undefined
  readonly forms: FilledForms
  /** Of an application: what the drafts of 附件4 could not say. */
  readonly reportLacks: Readonly<Record<string, readonly string[]>>
  readonly draft: SubmissionDraft
  /** Of an application or a claim: what the rules that it is pinned to say of it today. */
  readonly decision: Decision | undefined
  /** What newer rules than those it is pinned to say otherwise of it. */
  readonly changes: RuleChanges | undefined
  /** Of a claim. */
  readonly others: OtherVouchers | undefined
  readonly registerMissing: boolean
}

const flag = (facts: FactValues, id: string): boolean | undefined => {
  const value = facts[id]
  return typeof value === 'boolean' ? value : undefined
}

/** Whether invoices and payments are in it, or the contract alone. */
const settles = ({ step }: SubmissionRow): boolean => step === 'application' || step === 'redemption'

const idsOf = (row: SubmissionRow): readonly string[] => slotIdsOf[row.step].flatMap((slot) => row.papers[slot] ?? [])

interface Stood {
  readonly row: SubmissionRow
  readonly company: KnownCompany
  readonly register: ProviderRegister
  readonly filedOn: IsoDate | undefined
  readonly used: CheckContext['usedInvoices']
  readonly elsewhere: CheckContext['claimedElsewhere']
}

function contextOf(world: FlowWorld, { row, company, register, filedOn, used, elsewhere }: Stood): CheckContext {
  const rules = world.paperRules[row.measure_id]
  if (rules === undefined) throw new Error(`there are no rules for the papers of ${row.measure_id}`)
  const { facts, profile } = company
  const [viaPlatform, resold, relatedParty] = ['compute.viaPlatform', 'compute.resold', 'compute.relatedParty'].map(
    (id) => flag(facts, id),
  )
  const related = profile.shareholders?.map(({ name }) => ({ name }))
  return {
    step: settles(row) ? 'application' : 'filing',
    today: shanghaiDay(world.clock()),
    rules,
    company: { name: company.name, creditCode: company.creditCode, ...(related && { related }) },
    ...(register.registered && { providers: register.registered }),
    ...(viaPlatform !== undefined && { viaPlatform }),
    ...(resold !== undefined && { resold }),
    ...(relatedParty !== undefined && { relatedParty }),
    // 附件2 that is only being made has not been sent.
    ...(row.step === 'application' && filedOn !== undefined && { filedOn }),
    ...(used && { usedInvoices: used }),
    ...(elsewhere && { claimedElsewhere: elsewhere }),
  }
}

const filledForms = (row: SubmissionRow, source: PrefillSource, said: PersonAnswers): FilledForms =>
  Object.fromEntries(
    formsOf[row.step].map((id) => {
      const own: readonly (readonly [string, FormValue])[] = Object.entries(said[id] ?? {})
      return [
        id,
        own.reduce<FormValues>((all, [field, value]) => withAnswer(all, field, value), prefill(forms[id], source)),
      ]
    }),
  )

interface Decided {
  readonly catalogueVersion: string
  readonly decision: Decision | undefined
  readonly today: IsoDate
  readonly filingId: string | undefined
}

function draftOf(
  row: SubmissionRow,
  filled: FilledForms,
  { catalogueVersion, decision, today, filingId }: Decided,
): SubmissionDraft {
  const answers: Answers = Object.fromEntries(Object.entries(filled).map(([id, values]) => [id, answersOf(values)]))
  const common = {
    companyId: row.company_id,
    measureId: row.measure_id,
    answers,
    papers: row.papers,
    confirmedFindings: row.confirmed_findings,
    catalogueVersion,
  }
  if (row.step === 'filing' || row.step === 'redemption') return { ...common, step: row.step }
  const claimed = answers[row.step]?.claimedFen
  const asking = {
    ...(typeof claimed === 'number' && { claimedFen: claimed }),
    ...(decision && { decided: { on: today, decision } }),
  }
  if (row.step === 'claim') return { ...common, step: 'claim', ...asking }
  return {
    ...common,
    step: 'application',
    ...asking,
    ...(filingId !== undefined && { filingId }),
  }
}

/** Everything fresh: forms filled in from what is known today, under what a person said. */
export async function assemble(world: FlowWorld, queries: Queries, row: SubmissionRow): Promise<Assembled> {
  const company = await knownCompany(world, queries, row.company_id)
  const papers = await papersThere(world, queries, row.company_id, idsOf(row))
  const shanxi = row.platform === 'shanxi-dispatch'
  const register = await providerRegister(queries, shanxi ? 'shanxi-dispatch' : 'hunan-scheduling')
  const filings = row.step === 'application' ? await sentFilings(world, queries, row.company_id) : []
  const contracts = papers.filter(({ kind }) => kind === 'contract')
  const filed = filedContracts(filings, contracts)
  const keys = papers.flatMap((paper) => (paper.kind === 'invoice' ? (invoiceKey(paper) ?? []) : []))
  const used = await takenInvoices(world, queries, { companyId: row.company_id, except: row.id }, keys)
  const elsewhere = await claimedElsewhere(world, queries, row)
  const context = contextOf(world, { row, company, register, filedOn: filed.filedOn, used, elsewhere })
  const base = settles(row) ? subsidyBase(papers, context) : undefined
  const said = await answersIn(world, queries, row)
  const facts: FactValues = { ...company.facts, ...toldOf(row, { base, contracts, register, said }) }
  const asks = row.step === 'application' || row.step === 'claim'
  const rules = await rulesFor(world, queries, row)
  // With what the papers tell put over what the company said itself.
  const decision = asks ? ruleOn(rules.pinned, row.measure_id, facts, context.today)?.decision : undefined
  const changes = asks ? ruleChanges(world, row, rules, facts) : undefined
  const [filing] = filed.filings
  const before = row.step === 'redemption' ? row : filing?.row
  const earlier = before && (await pinnedIn(world, queries, before))?.forms
  const source: PrefillSource = {
    company: company.profile,
    papers,
    facts,
    // Without an invoice nothing was settled yet, rather than 0.
    ...(base && base.trail.length > 0 && { baseFen: base.baseFen }),
    ...(decision && { decision }),
    providers: register.forForms,
    earlier: earlier ?? {},
  }
  const filled = filledForms(row, source, said)
  const others = row.step === 'claim' ? await otherVouchers(world, queries, row) : undefined
  const registerMissing = context.rules.clauses.provider !== undefined && !register.registered
  const { today } = context
  const catalogueVersion = rules.pinned.version
  const draft = draftOf(row, filled, { catalogueVersion, decision, today, filingId: filing?.row.id })
  return {
    row,
    company,
    papers,
    context,
    filed,
    base,
    forms: filled,
    reportLacks: formsOf[row.step].includes('report') ? reportLacks(source) : {},
    draft,
    decision,
    changes,
    others,
    registerMissing,
  }
}
