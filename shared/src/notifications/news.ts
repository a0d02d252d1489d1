import type { IsoDate } from '../date'
import type { StatusEvent, SubjectKind, SubjectState } from '../status'

/** A step of something that a platform decides about. */
export interface StatusNews {
  readonly type: 'status'
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly from: SubjectState
  readonly to: SubjectState
  readonly event: Pick<StatusEvent, 'sequence' | 'occurredAt' | 'change'>
  /** By when the platform wants an answer. */
  readonly dueOn?: IsoDate
}

/** A platform did not take in what was sent to it, or was never reached. */
export interface RefusedNews {
  readonly type: 'refused'
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly writeId: string
  /** In the platform's words; in ours where it was never reached. */
  readonly reason: string
  readonly unreached?: true
}

/** A contract must be filed within 30 days of being signed. */
export interface FilingDueNews {
  readonly type: 'filing_due'
  /** Of the contract. */
  readonly paperId: string
  readonly dueOn: IsoDate
}

/** Corrections are open, and their day comes near. */
export interface CorrectionDueNews {
  readonly type: 'correction_due'
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly dueOn: IsoDate
  /** How many are open. */
  readonly open: number
}

/** A voucher was issued, and is not redeemed yet. */
export interface VoucherEndingNews {
  readonly type: 'voucher_ending'
  readonly submissionId: string
  /** The last day on which it can be redeemed. */
  readonly on: IsoDate
}

export interface RoundNews {
  readonly type: 'round_opens' | 'round_closes'
  readonly roundId: string
  readonly name: string
  readonly on: IsoDate
}

export interface DocumentEndingNews {
  readonly type: 'document_ending'
  readonly documentId: string
  readonly title: string
  /** The last day. */
  readonly on: IsoDate
}

/** What a change of rules means for the company. */
export interface MeasureNews {
  readonly type: 'measure'
  readonly measureId: string
  readonly title: string
  readonly catalogueVersion: string
  readonly change: 'gain' | 'lose' | 'more' | 'less'
}

/** Everything that someone is told of. */
export type News =
  | StatusNews
  | RefusedNews
  | FilingDueNews
  | CorrectionDueNews
  | VoucherEndingNews
  | RoundNews
  | DocumentEndingNews
  | MeasureNews

/** Whose news it is, and the day it is told on. */
export interface NewsContext {
  readonly companyId: string
  readonly companyName: string
  readonly today: IsoDate
}
