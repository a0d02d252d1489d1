import type { PagePlace } from './reading'

/** What a reviewer would return blocks submitting; a warning is confirmed by a person and passes. */
export type Severity = 'error' | 'warning'

/** Something in the papers that a person should mend, or look at once more, before it is sent. */
export interface Finding {
  /** Rule, paper and field: the same finding has the same id on the phone and on the server, today and tomorrow. */
  readonly id: string
  /** The check that found it, as in `checks/index.ts`. */
  readonly rule: string
  readonly severity: Severity
  readonly paperId: string
  readonly field?: string
  readonly place?: PagePlace
  /** What is wrong, naming the paper as a person would: 第2张发票（尾号6521）… */
  readonly message: string
  /** What to do. */
  readonly remedy: string
  /** The clause, the annex or the standard that asks for it: 三(二), 附件2, GB 32100-2015. */
  readonly cite: string
  /** Other papers it is about, such as the contract an invoice does not fit. */
  readonly related: readonly string[]
}

export const isError = (finding: Finding): boolean => finding.severity === 'error'
