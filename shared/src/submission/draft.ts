import type { IsoDate } from '../date'
import type { Decision } from '../decision'
import type { Fen } from '../money'
import type { SlotId } from './slots'

/** One answer of a form: text, number, yes or no, choices, or the rows of a table. */
export type Answer =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly Readonly<Record<string, string | number | boolean>>[]

/** By form (附件1–4), then by field. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Answer>>>>

interface Draft {
  readonly companyId: string
  /** hn-2026-168/compute-voucher, sx-2024-35/compute-voucher */
  readonly measureId: string
  readonly answers: Answers
  /** Ids of papers by slot, in the order a person put them. */
  readonly papers: Readonly<Partial<Record<SlotId, readonly string[]>>>
  /** Warnings a person has read and stands by, by id of the finding. */
  readonly confirmedFindings: readonly string[]
  /** The catalogue it was checked with: a newer one is compared and explained, never slipped in. */
  readonly catalogueVersion: string
}

/** 备案: the contract and 附件2, for what was bought off the platform. */
export interface FilingDraft extends Draft {
  readonly step: 'filing'
}

/** What the rules said when it was applied for. */
export interface DecisionSnapshot {
  readonly on: IsoDate
  readonly decision: Decision
}

/** 申报: 附件1, 附件3 and 附件4 with the papers. */
export interface ApplicationDraft extends Draft {
  readonly step: 'application'
  /** 申请算力补贴金额, of 附件3. */
  readonly claimedFen?: Fen
  readonly decided?: DecisionSnapshot
  readonly filingId?: string
}

/** 申领 of Shanxi's voucher: the contracts, and what is asked for. */
export interface ClaimDraft extends Draft {
  readonly step: 'claim'
  readonly claimedFen?: Fen
  readonly decided?: DecisionSnapshot
}

/** 兑付 of a voucher that was issued: what was settled of it. */
export interface RedemptionDraft extends Draft {
  readonly step: 'redemption'
}

export type SubmissionDraft = FilingDraft | ApplicationDraft | ClaimDraft | RedemptionDraft
export type SubmissionStep = SubmissionDraft['step']
