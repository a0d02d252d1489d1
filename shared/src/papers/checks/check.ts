import type { CheckContext } from '../context'
import type { Severity } from '../finding'
import type { PaperNames } from '../naming'
import type { Paper } from '../paper'
import type { PaperTopic } from '../paper-rules'

/** What a check looks at: papers in the order a person put them, sorted by kind once for all checks. */
export interface Given {
  readonly papers: readonly Paper[]
  readonly invoices: readonly Paper[]
  readonly contracts: readonly Paper[]
  readonly payments: readonly Paper[]
  readonly bills: readonly Paper[]
  readonly context: CheckContext
  readonly names: PaperNames
}

/** A finding before rule, clause and place are put to it. */
export interface Problem {
  readonly severity: Severity
  readonly paper: Paper
  readonly field?: string
  readonly message: string
  readonly remedy: string
  /** Instead of the check's own clause. */
  readonly cite?: string
  readonly related?: readonly Paper[]
}

export interface Check {
  /** Kebab-case; part of the ids of its findings, so it never changes. */
  readonly rule: string
  /** The clause it stands on: where a document has none, the check does not run. A standard holds everywhere. */
  readonly cite: PaperTopic | 'window' | 'filing' | { readonly standard: string }
  readonly find: (given: Given) => readonly Problem[]
}
