import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '../env'
import type { TableSummary } from '../stores/backup/entry'
import { type Database, openDatabase } from '../stores/database'
import { type DatabaseSettings, readDatabaseSettings } from '../stores/settings'
import type { StatementLog } from '../stores/statement-log'
import { isParseArgsError, parseArgsMessage, UsageError } from './command'

/** What a command on the database is given. */
export interface DatabaseCommand {
  /** Where the data is, by the environment. */
  readonly settings: DatabaseSettings
  /** The embedded database, even where the environment names a server. */
  readonly embedded: DatabaseSettings
  /** Opens a database, which is closed when the command ends. */
  open(settings: DatabaseSettings): Promise<Database>
  /** What follows the name of the command. */
  readonly words: readonly string[]
}

type Variables = Readonly<Record<string, string | undefined>>

function settingsOf(variables: Variables): Pick<DatabaseCommand, 'settings' | 'embedded'> {
  const { dataDir, database } = readEnv(variables)
  return { settings: database, embedded: readDatabaseSettings(() => undefined, dataDir, []) }
}

const complain = (line: string): void => void process.stderr.write(`${line}\n`)

/** What the database complains of goes to standard error. */
const log: StatementLog = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields, message) => complain(`${message} ${JSON.stringify(fields)}`),
}

/**
 * Runs a command on the database and ends the process: 0 when it succeeded, 2 when it was called wrongly, 1 with the
 * reason when it failed.
 * @param work returns the lines to print.
 */
export async function runOnDatabase(
  { argv, env }: { readonly argv: readonly string[]; readonly env: Variables },
  work: (command: DatabaseCommand) => Promise<readonly string[]>,
): Promise<never> {
  const opened: Database[] = []
  const open = async (settings: DatabaseSettings): Promise<Database> => {
    const database = await openDatabase(settings, { log, elapsedMs: () => performance.now() })
    opened.push(database)
    return database
  }
  let code = 0
  try {
    const lines = await work({ ...settingsOf(env), open, words: argv.slice(2) })
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
  } catch (error) {
    if (isParseArgsError(error)) complain(parseArgsMessage(error))
    else complain(error instanceof Error ? error.message : String(error))
    code = error instanceof UsageError || isParseArgsError(error) ? 2 : 1
  }
  await Promise.all(opened.map((database) => database.close()))
  process.exit(code)
}

/** @throws {UsageError} there is no embedded database yet: an empty one would be made only to be copied. */
export function needData(settings: DatabaseSettings): void {
  if (settings.engine === 'server' || existsSync(join(settings.directory, 'PG_VERSION'))) return
  throw new UsageError(`${settings.directory} 里还没有数据；数据在别处的话，请用 DATA_DIR 写明`)
}

/** One line a table. */
export const listTables = (tables: readonly TableSummary[]): readonly string[] =>
  tables.map(({ table, rows, hash }) => `  ${table}　${rows} 行　${hash.slice(0, 16)}`)
