import { formatFen } from '../money'
import type { PaperKind } from './kinds'
import { paperNames } from './kinds'
import { numberOf, type Paper, textOf } from './paper'

/** How a person would call each paper. */
export type PaperNames = (paper: Paper) => string

const piece: Readonly<Partial<Record<PaperKind, string>>> = { contract: '份', usage_log: '份', compute_bill: '份' }

function detail(paper: Paper): string {
  if (paper.kind === 'invoice') {
    const number = textOf(paper, 'number')
    return number === undefined ? '' : `（尾号${number.slice(-4)}）`
  }
  if (paper.kind === 'contract') {
    const title = textOf(paper, 'title')
    return title === undefined ? '' : `（${title}）`
  }
  const paid = paper.kind === 'payment_slip' ? numberOf(paper, 'amountFen') : undefined
  return paid === undefined || paid < 0 ? '' : `（${formatFen(paid)}）`
}

/** 第2张发票（尾号6521）; counted within its kind, in the order in which the papers stand. */
export function namesOf(papers: readonly Paper[]): PaperNames {
  const names = new Map<string, string>()
  const seen = new Map<PaperKind, number>()
  for (const paper of papers) {
    const position = (seen.get(paper.kind) ?? 0) + 1
    seen.set(paper.kind, position)
    names.set(paper.id, `第${position}${piece[paper.kind] ?? '张'}${paperNames[paper.kind]}${detail(paper)}`)
  }
  return (paper) => names.get(paper.id) ?? paperNames[paper.kind]
}
