import type { WirePaper } from '@suanhui/bff/platforms/wire/shared'
import { shanghaiDay } from '@suanhui/shared/date'
import type { z } from 'zod'
import { hasPaper } from '../papers'
import type { World } from '../world'
import { type Case, type CaseKind, casesIn, type PlatformName } from './case'
import { moveCase } from './move'
import { PlatformRefusal } from './refusal'

type Paper = z.output<typeof WirePaper>

/** Numbers begin with the platform and what it is: 湘调备2026000001. */
const PREFIXES: Readonly<Record<PlatformName, Readonly<Partial<Record<CaseKind, string>>>>> = {
  'hunan-scheduling': { registration: 'XDZ', filing: 'XDB' },
  'hunan-projects': { application: 'XXS' },
  'shanxi-dispatch': { registration: 'JDZ', voucher: 'JDQ' },
}

/** @throws {PlatformRefusal} where the bytes of a paper were not uploaded before. */
export function checkPapers({ folder }: World, papers: readonly Paper[]): void {
  const missing = papers.find(({ sha256 }) => !hasPaper(folder, sha256))
  if (missing !== undefined) throw new PlatformRefusal(422, `材料“${missing.name}”没有上传`)
}

/** @throws {PlatformRefusal} 404 */
export function caseOf({ journal }: World, platform: PlatformName, kind: CaseKind, id: string): Case {
  const of = casesIn(journal).get(id)
  if (of?.platform !== platform || of.kind !== kind) throw new PlatformRefusal(404, '没有这个编号')
  return of
}

/** Cases of a company that have not come to nothing. */
export const livingCases = ({ journal }: World, kind: CaseKind, creditCode: string): readonly Case[] =>
  casesIn(journal)
    .all()
    .filter((of) => of.kind === kind && of.creditCode === creditCode)
    .filter(({ state }) => !['rejected', 'refused', 'withdrawn', 'expired', 'recovered'].includes(state))

export type NewCase = Pick<Case, 'platform' | 'kind' | 'reference' | 'creditCode' | 'companyName' | 'region' | 'form'> &
  Partial<Pick<Case, 'settledFen' | 'requestedFen'>> & { readonly papers: readonly Paper[] }

/** A new case with its number, in the state `first`. */
export function takeIn(world: World, sent: NewCase, first: 'submitted' | 'claimed'): Case {
  checkPapers(world, sent.papers)
  const now = world.clock()
  const cases = casesIn(world.journal)
  const prefix = `${PREFIXES[sent.platform][sent.kind] ?? 'X'}${shanghaiDay(now).slice(0, 4)}`
  const count = cases.all().filter(({ id }) => id.startsWith(prefix)).length + 1
  const fresh: Case = {
    ...sent,
    id: `${prefix}${String(count).padStart(6, '0')}`,
    papers: [...sent.papers],
    state: 'draft',
    corrections: [],
    passedBy: [],
    scores: {},
    sequence: 0,
    submittedAt: now.getTime(),
    changedAt: now.getTime(),
    history: [],
  }
  return moveCase(world, fresh, { who: '企业', text: first === 'claimed' ? '申领' : '提交', to: first })
}

/** The platform hands a case on to the first reviewers by itself. */
export const toCity = (world: World, of: Case): Case =>
  moveCase(world, of, { who: '系统', text: '转市级审核', to: 'city_review' })

/** Sent again: what was to be corrected counts as corrected, and is looked at anew. */
export function resubmit(
  world: World,
  of: Case,
  sent: Pick<NewCase, 'form' | 'papers' | 'settledFen' | 'requestedFen'>,
): Case {
  if (of.state !== 'returned') throw new PlatformRefusal(422, '现在不在补正，不能重新提交')
  checkPapers(world, sent.papers)
  const resolvedAt = world.clock().getTime()
  const corrections = of.corrections.map((one) =>
    one.resolvedAt === undefined && one.withdrawnAt === undefined ? { ...one, resolvedAt } : one,
  )
  const changed = { ...of, ...sent, papers: [...sent.papers], corrections, passedBy: [] }
  return moveCase(world, changed, { who: '企业', text: '补正后重新提交', to: 'submitted' })
}

export const accepted = ({ id }: Case) => ({ id, receiptNumber: id })
