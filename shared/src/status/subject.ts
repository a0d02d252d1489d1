import type { IsoDate } from '../date'

/** What a platform decides about: a company's registration, a filing (备案), an application (申请), a voucher (算力券). */
export type SubjectKind = 'registration' | 'filing' | 'application' | 'voucher'

export type RegistrationStatus = 'draft' | 'submitted' | 'city_review' | 'province_review' | 'approved' | 'rejected'
export type FilingStatus = 'draft' | 'submitted' | 'accepted' | 'returned'
export type ApplicationStatus =
  | 'draft'
  | 'submitted'
  | 'city_review'
  | 'returned'
  | 'recommended'
  | 'expert_review'
  | 'province_recheck'
  | 'ranked'
  | 'decided'
  | 'public_notice'
  | 'objection'
  | 'payment'
  | 'paid'
  | 'rejected'
  | 'withdrawn'
  | 'explanation_demanded'
  | 'recovery'
  | 'recovered'
export type VoucherStatus = 'draft' | 'claimed' | 'issued' | 'redeemed' | 'expired' | 'refused'

/** Every state there is. `draft` stands before the platform has it. */
export type Status = RegistrationStatus | FilingStatus | ApplicationStatus | VoucherStatus

/** The two departments of a city that both review an application: industry-and-IT, and finance. */
export type Department = 'industry' | 'finance'
export const DEPARTMENTS: readonly Department[] = ['industry', 'finance']

/** One thing that a reviewer wants corrected. */
export interface CorrectionItem {
  readonly id: string
  /** What it is about: a paper by its id, or a field of a form by its id. */
  readonly about: { readonly paper: string } | { readonly field: string }
  readonly kind: 'incorrect' | 'incomplete' | 'outdated'
  /** The reviewer's own words. */
  readonly note: string
  readonly dueOn: IsoDate | undefined
  /** ISO instant; undefined while it is open. */
  readonly resolvedAt: string | undefined
}

/** What a platform's news says has happened, in our words. */
export type Change =
  | {
      readonly type: 'moved'
      readonly to: Status
      /** Why, in the platform's words. */
      readonly note?: string | undefined
      /** With `returned`: what is to be corrected. */
      readonly items?: readonly CorrectionItem[] | undefined
    }
  /** One of the two departments passed it; the application stays in city_review. */
  | { readonly type: 'passed'; readonly department: Department }
  | { readonly type: 'item_opened'; readonly item: CorrectionItem }
  /** The reviewer took an item back. */
  | { readonly type: 'item_withdrawn'; readonly itemId: string }
  /** Something that we have no word for: kept, and shown in the platform's words. */
  | { readonly type: 'unknown'; readonly words: string }

export interface StatusEvent {
  readonly eventId: string
  /** 1, 2, 3 … within one subject, as the platform counts. */
  readonly sequence: number
  /** ISO instant. */
  readonly occurredAt: string
  readonly change: Change
}

/** Where a subject stands: plain JSON. */
export interface SubjectState {
  readonly kind: SubjectKind
  /** The last state that we know. */
  readonly status: Status
  /** Of the last event that was taken in; 0 before the first. */
  readonly sequence: number
  /** The platform's own words, while it says something that we do not understand. */
  readonly unknown: string | undefined
  /** Which departments have passed it, in this round of city review. */
  readonly passed: readonly Department[]
  /** Where `explanation_demanded` leads back to. */
  readonly resume: Status | undefined
  readonly items: readonly CorrectionItem[]
  /** Events that came before their turn, by sequence. */
  readonly waiting: readonly StatusEvent[]
}

export const newSubject = (kind: SubjectKind): SubjectState => ({
  kind,
  status: 'draft',
  sequence: 0,
  unknown: undefined,
  passed: [],
  resume: undefined,
  items: [],
  waiting: [],
})

export const openItems = ({ items }: Pick<SubjectState, 'items'>): readonly CorrectionItem[] =>
  items.filter(({ resolvedAt }) => resolvedAt === undefined)
