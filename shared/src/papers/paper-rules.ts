import type { IsoDate } from '../date'

/** What a clause may ask of the papers; a check runs where the document has a clause for it. */
export type PaperTopic =
  /** The papers an application consists of, and that they can be read. */
  | 'papers'
  /** The applicant is who bought. */
  | 'buyer'
  /** The provider is registered. */
  | 'provider'
  | 'related'
  /** What is paid for, at reasonable prices. */
  | 'price'
  /** Bought on its own, it is not paid for: bandwidth, security, database. */
  | 'excluded'
  /** What was settled: invoiced and paid. */
  | 'settled'
  | 'seals'
  /** Nothing is paid for twice. */
  | 'once'
  | 'resold'

/** What one measure says about papers: content, written beside its document in `policies/`. */
export interface PaperRules {
  /** hn-2026-168/compute-voucher */
  readonly measureId: string
  /** 43, 14: where the same purchase claimed is no claim elsewhere. */
  readonly region: string
  readonly clauses: Readonly<Partial<Record<PaperTopic, string>>>
  /** Both days included. */
  readonly window?: { readonly from: IsoDate; readonly to: IsoDate; readonly cite: string }
  /** Contracts signed off the platform are filed within so many days after the day of signing. */
  readonly filing?: { readonly withinDays: number; readonly cite: string }
  /** The clause by which newer rules count at once, also for what was begun under the older ones. */
  readonly newerPrevail?: string
}
