import type { FilledValue, FormId, FormValue } from '@suanhui/shared/forms'
import type { Deps } from '../../deps'
import type { Queries, Transaction } from '../../stores/database'
import type { SubmissionRow } from '../../stores/submissions'

/** What a person said, by form and field. */
export type PersonAnswers = Readonly<Partial<Record<FormId, Readonly<Record<string, FormValue>>>>>
export type FilledForms = Readonly<Partial<Record<FormId, Readonly<Record<string, FilledValue>>>>>

/** What was sent, as it stood then. */
export interface Pinned {
  readonly forms: FilledForms
  /** {@link canonicalText}: the evidence. */
  readonly text: string
}

type Vaulted = Pick<Deps, 'vault'>
type Owned = Pick<SubmissionRow, 'id' | 'company_id'>
type Column = 'answers' | 'pinned'

const placeOf = (column: Column, row: string) => ({ table: 'submissions', column, row }) as const

/** Forms hold account and identity numbers: they lie sealed with the company's key. */
export const sealColumn = (
  { vault }: Vaulted,
  transaction: Transaction,
  { id, company_id }: Owned,
  column: Column,
  value: PersonAnswers | Pinned,
): Promise<string> =>
  vault.seal(transaction, { kind: 'company', id: company_id }, placeOf(column, id), JSON.stringify(value))

const open = ({ vault }: Vaulted, queries: Queries, { id, company_id }: Owned, column: Column, sealed: string) =>
  vault.open(queries, { kind: 'company', id: company_id }, placeOf(column, id), sealed)

export async function answersIn(world: Vaulted, queries: Queries, row: SubmissionRow): Promise<PersonAnswers> {
  if (row.answers === null) return {}
  const answers: PersonAnswers = JSON.parse(await open(world, queries, row, 'answers', row.answers))
  return answers
}

export async function pinnedIn(world: Vaulted, queries: Queries, row: SubmissionRow): Promise<Pinned | undefined> {
  if (row.pinned === null) return undefined
  const pinned: Pinned = JSON.parse(await open(world, queries, row, 'pinned', row.pinned))
  return pinned
}
