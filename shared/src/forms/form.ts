import type { CompanyProfile } from './company-profile'

/** 附件1 to 附件4, in the order of the document: these are printed and stamped. */
export type PrintedFormId = 'demand' | 'filing' | 'application' | 'report'

/** The tables of Hunan, and what Shanxi's voucher is claimed and redeemed with. */
export type FormId = PrintedFormId | 'claim' | 'redemption'

/** Where a field is filled in from; the first origin that has a value is taken. */
export type Origin =
  | { readonly company: keyof CompanyProfile }
  /** The last confirmed contract; more than one goes into rows. */
  | { readonly contract: string }
  | { readonly fact: string }
  | { readonly form: FormId; readonly field: string }
  | { readonly made: Made }

/** What is worked out of papers and decision. */
export type Made =
  | 'contracts'
  | 'contract total'
  | 'providers'
  | 'settled'
  | 'ceiling'
  | 'compute kind'
  | 'about company'
  | 'about usage'
  | 'about value'
  | 'proofs'

export interface Option {
  readonly key: string
  /** As the official table prints it. */
  readonly label: string
}

/** What one cell holds. Sums are in fen and shown in 万元; ratios are fractions (0.3) and shown in percent. */
export type CellType =
  | { readonly type: 'text'; readonly max: number }
  | { readonly type: 'date' }
  | { readonly type: 'fen' }
  | { readonly type: 'ratio'; readonly most?: number }
  | { readonly type: 'yes no' }
  | { readonly type: 'one of'; readonly options: readonly Option[] }
  | { readonly type: 'credit code' }
  | { readonly type: 'phone' }
  | { readonly type: 'email' }
  | { readonly type: 'account' }

export type FieldKind =
  | CellType
  | { readonly type: 'long text'; readonly max: number; readonly least?: number }
  | { readonly type: 'several of'; readonly options: readonly Option[] }
  /** Its kind (身份证, 护照 …) stands in another field. */
  | { readonly type: 'identity number'; readonly kindField: string }
  | {
      readonly type: 'rows'
      readonly columns: readonly FormColumn[]
      readonly least: number
      readonly most: number
      /** 合同, 股东: what one row is. */
      readonly rowName: string
    }

interface Named {
  readonly id: string
  /** As the official table prints it. */
  readonly label: string
  /** What to put there, in plain words. */
  readonly hint: string
  readonly required: boolean
}

export type FormColumn = Named & CellType

export type FormField = Named &
  FieldKind & {
    /** 法人代表, 联系人: what the official table prints over or beside it. */
    readonly group?: string
    readonly from?: readonly Origin[]
    /** Asked for only while another field holds this. */
    readonly onlyIf?: { readonly field: string; readonly holds: string }
    /** The clause that asks for it. */
    readonly cite?: string
  }

export interface FormSection {
  readonly id: string
  /** As the official table prints it; a table without headings has none. */
  readonly title?: string
  /** What to think of here, in plain words. */
  readonly prompts?: readonly string[]
  readonly fields: readonly FormField[]
}

export interface Form {
  readonly id: FormId
  /** 附件1 */
  readonly annex: string
  /** 算力补贴需求申请表 */
  readonly title: string
  readonly sections: readonly FormSection[]
}

export const fieldsOf = (form: Form): readonly FormField[] => form.sections.flatMap(({ fields }) => fields)

export const fieldOf = (form: Form, id: string): FormField | undefined =>
  fieldsOf(form).find((field) => field.id === id)
