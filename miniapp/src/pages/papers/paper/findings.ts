import type { CompanyDetail, PaperDetail } from '@suanhui/shared/api'
import { shanghaiDay } from '@suanhui/shared/date'
import { checkPapers, type Finding, type Paper } from '@suanhui/shared/papers'
import { paperRulesOf } from '../../../stores/paper-rules'

/** They compare a paper with others, or say what the fields and the pictures on this page say already. */
const ELSEWHERE = new Set([
  'payments-cover',
  'seller-is-contract-party',
  'within-contract',
  'claimed-elsewhere',
  'field-missing',
  'field-unconfirmed',
  'picture-quality',
])

/** What the phone finds in one paper by itself; the check-up of the submission sees them all together. */
export function findingsOf(paper: Paper, company: CompanyDetail, now: Date): readonly Finding[] {
  const rules = paperRulesOf(company.region)
  if (rules === undefined) return []
  const { name, creditCode } = company
  // As a filing: whether an invoice is paid, and filed in time, is for the submission to say.
  const found = checkPapers([paper], { step: 'filing', today: shanghaiDay(now), rules, company: { name, creditCode } })
  return found.filter(({ rule }) => !ELSEWHERE.has(rule))
}

export interface BadPage {
  readonly page: number
  readonly fileId: string | undefined
  readonly problems: NonNullable<PaperDetail['reading']>['pages'][number]['problems']
}

/** Pages whose picture is bad. Grey matters only where a red seal is looked for. */
export function badPagesOf({ reading, pages, kind }: PaperDetail): readonly BadPage[] {
  const sealed = kind === 'contract' || kind === 'stamped_form'
  return (reading?.pages ?? []).flatMap(({ problems }, page) => {
    const here = problems.filter((problem) => problem !== 'grey' || sealed)
    // A file with several pages cannot be taken again page by page.
    const fileId = pages.length === reading?.pages.length ? pages[page]?.fileId : undefined
    return here.length === 0 ? [] : [{ page, fileId, problems: here }]
  })
}
