import {
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type { Connections } from './connections'
import type { GuardedConnection } from './guarded-connection'

/**
 * Hands Kysely our connections as they are. Kysely's own driver for PostgreSQL would wrap each of them once more, at
 * every statement.
 */
class LendingDriver implements Driver {
  constructor(private readonly connections: Connections) {}

  async init(): Promise<void> {}

  acquireConnection(): Promise<GuardedConnection> {
    return this.connections.lend()
  }

  async beginTransaction(
    connection: GuardedConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const isolation = isolationLevel ? ` isolation level ${isolationLevel}` : ''
    const access = accessMode ? ` ${accessMode}` : ''
    await connection.query(`begin${isolation}${access}`, [])
  }

  async commitTransaction(connection: GuardedConnection): Promise<void> {
    await connection.query('commit', [])
  }

  async rollbackTransaction(connection: GuardedConnection): Promise<void> {
    await connection.query('rollback', [])
  }

  async releaseConnection(connection: GuardedConnection): Promise<void> {
    connection.release()
  }

  destroy(): Promise<void> {
    return this.connections.end()
  }
}

/** PostgreSQL as Kysely writes it, on our connections. */
export const dialectOf = (connections: Connections): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new LendingDriver(connections),
  createIntrospector: (database) => new PostgresIntrospector(database),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})
