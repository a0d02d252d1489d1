import type { IsoDate } from '../date'
import type { Fen } from '../money'

export type Sex = 'male' | 'female'
export type IdentityKind = 'id_card' | 'passport' | 'officer_card'

/** What is known of a company and its people, for filling in forms. */
export interface CompanyProfile {
  readonly name?: string
  readonly creditCode?: string
  readonly registeredAddress?: string
  readonly registeredOn?: IsoDate
  readonly officeAddress?: string
  readonly legalName?: string
  readonly legalSex?: Sex
  readonly legalIdKind?: IdentityKind
  readonly legalIdNumber?: string
  readonly legalPosition?: string
  readonly legalPhone?: string
  readonly contactName?: string
  readonly contactSex?: Sex
  readonly contactIdKind?: IdentityKind
  readonly contactIdNumber?: string
  readonly contactPosition?: string
  readonly contactPhone?: string
  readonly contactEmail?: string
  readonly revenueLastYearFen?: Fen
  readonly revenueThisYearFen?: Fen
  /** In the order of their shares; the forms print the first three. */
  readonly shareholders?: readonly { readonly name: string; readonly share: number }[]
  readonly sme?: boolean
  readonly businessScope?: string
  readonly introduction?: string
  /** 基本户开户行 */
  readonly bankName?: string
  readonly bankAccount?: string
}
