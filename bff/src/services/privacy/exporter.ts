import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'

export type ExportWorld = Pick<Deps, 'vault' | 'published'>

export interface ExportScope {
  readonly personId: string
  /** Companies of which the person is an owner: what these keep is the person's to take along. */
  readonly ownedCompanyIds: readonly string[]
}

/** One area of what is known about a person, in clear. */
export interface Exporter {
  /** Its name in the file. */
  readonly area: string
  /** What it is, for the person. */
  readonly title: string
  /** Columns by which its rows belong to a person: `table.column`. A test finds those that no exporter names. */
  readonly covers: readonly string[]
  readonly collect: (world: ExportWorld, queries: Queries, scope: ExportScope) => Promise<unknown>
}
