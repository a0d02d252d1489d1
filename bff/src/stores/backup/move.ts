import type { Database } from '../database'
import type { Migration } from '../migrations/migration'
import { checkBackup, readBackup, writeBackup } from './backup-file'
import type { TableSummary } from './entry'
import { CopyMismatchError, compare, loadTables, TargetNotEmptyError } from './load-tables'
import { readTables, summarise } from './read-tables'

/** One moment's picture of the database, in a file. @throws {BackupExistsError} */
export const backUp = (database: Database, file: string, createdAt: Date): Promise<readonly TableSummary[]> =>
  database.transaction((transaction) => writeBackup(file, readTables(transaction), createdAt), {
    isolation: 'repeatable read',
    readOnly: true,
    unlimited: true,
    attempts: 1,
  })

/**
 * Fills the database from a file, which is read to its end and checked before anything is touched.
 * @throws {TargetNotEmptyError} unless `replace`. @throws {CopyMismatchError} @throws {DatabaseSetupError}
 */
export async function restore(
  database: Database,
  file: string,
  options: { readonly migrations: readonly Migration[]; readonly replace: boolean },
): Promise<readonly TableSummary[]> {
  await checkBackup(file)
  return database.transaction((transaction) => loadTables(transaction, readBackup(file), options), {
    unlimited: true,
    attempts: 1,
  })
}

export interface Moved {
  readonly tables: readonly TableSummary[]
  /** The target held the same rows already: an earlier run had come to its end. */
  readonly alreadyThere: boolean
}

/**
 * Copies everything from one database into an empty one, in one transaction of the target's: interrupted, it leaves
 * nothing, and can be run again; run again after it was done, it finds that all is there.
 * @throws {TargetNotEmptyError} the target holds something else.
 */
export const move = (source: Database, target: Database, migrations: readonly Migration[]): Promise<Moved> =>
  source.transaction(
    (reading) =>
      target.transaction(
        async (writing) => {
          try {
            const options = { migrations, replace: false }
            return { tables: await loadTables(writing, readTables(reading), options), alreadyThere: false }
          } catch (error) {
            if (!(error instanceof TargetNotEmptyError)) throw error
            const there = await summarise(writing)
            if (isSame(await summarise(reading), there)) return { tables: there, alreadyThere: true }
            throw error
          }
        },
        { unlimited: true, attempts: 1 },
      ),
    { isolation: 'repeatable read', readOnly: true, unlimited: true, attempts: 1 },
  )

function isSame(one: readonly TableSummary[], other: readonly TableSummary[]): boolean {
  try {
    compare(one, other)
    return true
  } catch (error) {
    if (error instanceof CopyMismatchError) return false
    throw error
  }
}
