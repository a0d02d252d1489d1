import type { Deps } from '../../deps'
import type { Transaction } from '../../stores/database'

export type EraseWorld = Pick<Deps, 'vault' | 'clock'>

/** Forgets one area of a person or a company that goes. */
export interface Eraser {
  /** Columns by which its rows belong to them: `table.column`. A test finds those that no eraser names. */
  readonly covers: readonly string[]
  readonly erase: (transaction: Transaction, id: string, world: EraseWorld) => Promise<void>
}
