import type { Department, Status, SubjectKind } from '@suanhui/shared/status'

/** A platform's words for our states: their kind of subject, and their status word, to ours. */
export interface StatusWords {
  readonly kinds: Readonly<Record<string, SubjectKind>>
  readonly statuses: Readonly<Partial<Record<SubjectKind, Readonly<Record<string, Status>>>>>
  readonly departments: Readonly<Record<string, Department>>
}
