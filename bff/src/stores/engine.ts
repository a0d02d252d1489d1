import type { Pool } from 'pg'
import type { Connections } from './connections'
import type { StatementLog } from './statement-log'

/** What differs between the embedded database and a server. */
export interface Engine {
  readonly pool: Pool
  /**
   * Checks what the database must be able to do, and starts what it needs beside it.
   * @throws {DatabaseSetupError}
   */
  ready(connections: Connections, log: StatementLog): Promise<void>
  /** After the pool has ended: gives back whatever else was taken. */
  release(): Promise<void>
}
