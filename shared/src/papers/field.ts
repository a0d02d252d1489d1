/** What a field of a paper holds, after it was brought into one form. */
export type FieldType =
  /** Text as it stands, NFKC, outer blanks removed. */
  | 'text'
  /** Letters and digits without blanks: numbers of invoices, contracts, accounts. */
  | 'id'
  /** A unified social credit code or an older tax number. */
  | 'credit code'
  | 'date'
  | 'fen'
  | 'number'
  | 'bool'

/** By type: fen and number are numbers, date is `YYYY-MM-DD`, bool is boolean, everything else is text. */
export type FieldValue = string | number | boolean

export interface PaperField {
  /** 发票号码, 开票日期 … as the paper prints it. */
  readonly label: string
  readonly type: FieldType
  /** A paper of this kind cannot be used without it. */
  readonly required?: boolean
}

export type PaperFields = Readonly<Record<string, PaperField>>
