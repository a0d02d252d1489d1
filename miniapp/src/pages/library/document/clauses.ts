import type { Measure, PolicyDocument } from '@suanhui/shared/rules'

export interface ClauseView {
  readonly clause: string
  readonly title: string
  readonly withoutMeasure?: string
  readonly measures: readonly Measure[]
}

/** The clauses in order, each with the measures that begin in it: one that spans several stands under its first. */
export function clausesOf(document: PolicyDocument): readonly ClauseView[] {
  return document.clauses.map((clause) => ({
    ...clause,
    measures: document.measures.filter((measure) => measure.clauses[0] === clause.clause),
  }))
}

/** Measures whose first clause the document does not list: shown all the same. */
export function unplaced(document: PolicyDocument): readonly Measure[] {
  const known = document.clauses.map((clause) => clause.clause)
  return document.measures.filter((measure) => !known.includes(measure.clauses[0] ?? ''))
}
