/** Our tables stand in a schema of their own, so that what else lives in the database is never touched. */
export const SCHEMA = 'suanhuitong'

/** What every connection runs with, on either engine, so that text forms and times come out alike. */
export const SESSION: Readonly<Record<string, string>> = {
  search_path: SCHEMA,
  timezone: 'UTC',
  datestyle: 'ISO,YMD',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
}

/** As arguments of a PostgreSQL process, or of a connection's `options`. */
export const sessionArguments = (): readonly string[] =>
  Object.entries(SESSION).flatMap(([name, value]) => ['-c', `${name}=${value}`])
