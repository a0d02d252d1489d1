import type { IsoDate } from '../date'
import type { Fen } from '../money'
import type { PaperRules } from './paper-rules'

/** A company as papers name it. */
export interface Party {
  readonly name: string
  readonly formerNames?: readonly string[]
  readonly creditCode?: string
}

export interface PublishedPrice {
  /** 卡时, 月, 百万token … */
  readonly unit: string
  /** A800, 昇腾910B … as lines name it; absent: any. */
  readonly chip?: string
  /** With tax. */
  readonly fenPerUnit: Fen
}

/** An entry of the register of providers, as published. */
export interface RegisteredProvider extends Party {
  /** Periods of registration, both days included; without `to` it lasts. */
  readonly registered: readonly { readonly from: IsoDate; readonly to?: IsoDate }[]
  readonly prices: readonly PublishedPrice[]
}

/** Whose claim has taken the invoice already. Of other companies nothing more is ever known here. */
export type UsedBy = 'this company' | 'another company'

/** A purchase that this company claims, or claimed, under the rules of another province. */
export interface ClaimElsewhere {
  /** 山西省 */
  readonly province: string
  readonly contractNumbers: readonly string[]
  readonly invoiceKeys: readonly string[]
}

/** All that the checks know beside the papers. Data only; what is absent is unknown, and is not held against anybody. */
export interface CheckContext {
  readonly step: 'filing' | 'application'
  readonly today: IsoDate
  readonly rules: PaperRules
  readonly company: Party & {
    /** Shareholders, investments, superior and subordinate bodies. */
    readonly related?: readonly Party[]
  }
  /** Absent while the register is not at hand (a phone without network). */
  readonly providers?: readonly RegisteredProvider[]
  readonly viaPlatform?: boolean
  readonly resold?: boolean
  readonly relatedParty?: boolean
  /** When 附件2 was sent; absent: not yet. */
  readonly filedOn?: IsoDate
  /** By {@link invoiceKey}; only invoices that another application holds. */
  readonly usedInvoices?: Readonly<Record<string, UsedBy>>
  readonly claimedElsewhere?: readonly ClaimElsewhere[]
}
