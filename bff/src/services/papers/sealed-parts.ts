import type { Confirmed, Reading } from '@suanhui/shared/papers'
import type { Deps } from '../../deps'
import type { Queries, Transaction } from '../../stores/database'
import type { PaperRow } from '../../stores/papers'

const placeOf = (column: 'reading' | 'confirmed', row: string) => ({ table: 'papers', column, row }) as const

type Vaulted = Pick<Deps, 'vault'>
type Owned = Pick<PaperRow, 'id' | 'company_id'>

/** What stands on a paper is the company's: it lies sealed with its key. */
export const sealPart = (
  { vault }: Vaulted,
  transaction: Transaction,
  { id, company_id }: Owned,
  column: 'reading' | 'confirmed',
  value: Reading | Confirmed,
): Promise<string> =>
  vault.seal(transaction, { kind: 'company', id: company_id }, placeOf(column, id), JSON.stringify(value))

const open = (
  { vault }: Vaulted,
  queries: Queries,
  { id, company_id }: Owned,
  column: 'reading' | 'confirmed',
  sealed: string,
) => vault.open(queries, { kind: 'company', id: company_id }, placeOf(column, id), sealed)

export async function readingOf(world: Vaulted, queries: Queries, paper: PaperRow): Promise<Reading | undefined> {
  if (paper.reading === null) return undefined
  const reading: Reading = JSON.parse(await open(world, queries, paper, 'reading', paper.reading))
  return reading
}

export async function confirmedOf(world: Vaulted, queries: Queries, paper: PaperRow): Promise<Confirmed> {
  if (paper.confirmed === null) return { fields: {} }
  const confirmed: Confirmed = JSON.parse(await open(world, queries, paper, 'confirmed', paper.confirmed))
  return confirmed
}

const NOTHING_READ: Omit<Reading, 'kind'> = {
  kindConfidence: 0,
  fields: {},
  lines: [],
  seals: [],
  pages: [],
  disagreements: [],
}

/** Nothing was read, so everything comes from a person. */
export const emptyReading = (kind: PaperRow['kind']): Reading => ({ kind: kind ?? 'other', ...NOTHING_READ })
