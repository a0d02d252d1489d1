import { formatDate } from '../date'
import { type Fen, formatFen } from '../money'
import { type BaseFact, factsOfBase } from './base-facts'
import type { CheckContext } from './context'
import { givenOf } from './given'
import { type InvoicePart, partsOf } from './invoice-split'
import type { Paper } from './paper'
import { type NotCounted, type Settled, settlementOf } from './settlement'
import { shareOf } from './share-of'

/** What of one invoice counted, and why the rest did not. */
export interface InvoiceTrail {
  readonly paperId: string
  /** After what red invoices took back; 0 where the invoice does not stand. */
  readonly netFen: Fen
  /** Of it: paid. */
  readonly settledFen: Fen
  /** Of what was paid: bandwidth, security, database on their own. */
  readonly excludedFen: Fen
  /** Of what was paid: served outside the window. */
  readonly outsideFen: Fen
  readonly countedFen: Fen
  readonly whyNot?: NotCounted
  /** In sentences, for the person who wants to know. */
  readonly notes: readonly string[]
}

export interface SubsidyBase {
  /** What the ratio is taken of. */
  readonly baseFen: Fen
  readonly settledFen: Fen
  readonly excludedFen: Fen
  readonly trail: readonly InvoiceTrail[]
  /** What it tells the matcher, each with the papers it comes from. */
  readonly facts: readonly BaseFact[]
}

const whyNotWords: Readonly<Record<NotCounted, string>> = {
  repeated: '这张和前面的是同一张，只算一次。',
  voided: '这张发票已经作废，不算。',
  red: '这是红字发票，从原来那张发票里减掉。',
  'other buyer': '抬头不是贵公司，不算。',
  'no seller': '没有读到卖方，先不算。',
  'no total': '没有读到价税合计，先不算。',
  used: '这张发票已经申请过补贴，不再算。',
  provider: '开票那天卖方不在供给方名录里，不算。',
}

const servedBy = { line: '发票', bill: '账单', contract: '合同', 'issue date': '开票日期' } as const

function partNote(part: InvoicePart): readonly string[] {
  const { excluded, served, days, grossFen } = part
  const name = part.name === undefined ? '这张发票' : `“${part.name}”`
  if (excluded !== undefined) return [`${name}是单独买的${excluded}，不算（${formatFen(Math.max(0, grossFen))}）。`]
  if (served === undefined || days === undefined) return [`${name}没有服务日期，也没有开票日期，先不算。`]
  if (days.inside === days.all) return []
  if (served.by === 'issue date')
    return [`没有写服务日期，按开票日期${formatDate(served.from)}看，不在补贴期内，不算。`]
  const when = `${name}按${servedBy[served.by]}上的服务期${formatDate(served.from)}到${formatDate(served.to)}看`
  return days.inside === 0
    ? [`${when}，不在补贴期内，不算。`]
    : [`${when}，共${days.all}天，在补贴期内的有${days.inside}天，按天数算。`]
}

function settledNotes({ netFen, paidFen }: Settled, totalFen: Fen, parts: readonly InvoicePart[]): readonly string[] {
  const returned = netFen < totalFen ? [`红字发票减掉${formatFen(totalFen - netFen)}。`] : []
  const unpaid =
    paidFen < netFen ? [`付款凭证只够${formatFen(paidFen)}，还差${formatFen(netFen - paidFen)}，只算付了的。`] : []
  return [...parts.flatMap(partNote), ...returned, ...unpaid]
}

const sum = (parts: readonly InvoicePart[], of: (part: InvoicePart) => Fen): Fen =>
  parts.reduce((total, part) => total + of(part), 0)

function trailOf(settled: Settled, parts: readonly InvoicePart[]): InvoiceTrail {
  const { invoice, netFen, paidFen } = settled
  const totalFen = sum(parts, (part) => part.grossFen)
  const within = (fen: Fen): Fen => Math.min(totalFen, Math.max(0, fen))
  const eligible = within(sum(parts, (part) => part.eligibleFen))
  const included = Math.max(eligible, within(sum(parts, (part) => (part.excluded === undefined ? part.grossFen : 0))))
  // Part of an invoice paid is the same part of each of its lines paid.
  const countedFen = shareOf(paidFen, eligible, totalFen)
  const includedFen = shareOf(paidFen, included, totalFen)
  return {
    paperId: invoice.id,
    netFen,
    settledFen: paidFen,
    excludedFen: paidFen - includedFen,
    outsideFen: includedFen - countedFen,
    countedFen,
    notes: settledNotes(settled, totalFen, parts),
  }
}

const nothing = { netFen: 0, settledFen: 0, excludedFen: 0, outsideFen: 0, countedFen: 0 } as const

/**
 * The base of the subsidy from confirmed invoices and payments, in whole fen, rounded down once a line. It never
 * exceeds what was invoiced, nor what was paid, and does not depend on the order of the papers.
 */
export function subsidyBase(papers: readonly Paper[], context: CheckContext): SubsidyBase {
  const given = givenOf(papers, context)
  const { settled, notCounted } = settlementOf(given)
  const split = settled.map((each) => ({ settled: each, parts: partsOf(each.invoice, given) }))
  const counted = split.map(({ settled: each, parts }) => trailOf(each, parts))
  const left = notCounted.map(({ invoice, why }) => ({
    paperId: invoice.id,
    ...nothing,
    whyNot: why,
    notes: [whyNotWords[why]],
  }))
  const total = (of: (trail: InvoiceTrail) => Fen): Fen => counted.reduce((fen, trail) => fen + of(trail), 0)
  const position = new Map(papers.map((paper, index) => [paper.id, index]))
  const base = {
    baseFen: total((trail) => trail.countedFen),
    settledFen: total((trail) => trail.settledFen),
    excludedFen: total((trail) => trail.excludedFen),
  }
  return {
    ...base,
    trail: [...counted, ...left].sort((a, b) => (position.get(a.paperId) ?? 0) - (position.get(b.paperId) ?? 0)),
    facts: factsOfBase(base, split, given),
  }
}
