import { join } from 'node:path'

/** Which engine, and where. */
export type DatabaseSettings =
  | { readonly engine: 'embedded'; readonly directory: string }
  | { readonly engine: 'server'; readonly url: string; readonly poolSize: number }

const DEFAULT_POOL_SIZE = 10
const MOST_CONNECTIONS = 200

/**
 * Reads `DATABASE_URL` and `DATABASE_POOL_SIZE`; without the first, the database is embedded and lies in `dataDir`.
 * What is wrong is added to `problems`, one line each; the address, which holds a password, is never repeated.
 */
export function readDatabaseSettings(
  read: (name: string) => string | undefined,
  dataDir: string,
  problems: string[],
): DatabaseSettings {
  const url = read('DATABASE_URL')
  if (url === undefined) return { engine: 'embedded', directory: join(dataDir, 'database') }
  if (!isPostgresUrl(url)) {
    problems.push('DATABASE_URL 要写成 postgres://用户名:密码@主机:5432/数据库名')
  }
  const size = read('DATABASE_POOL_SIZE') ?? String(DEFAULT_POOL_SIZE)
  const poolSize = Number(size)
  const fits = /^\d{1,3}$/.test(size) && poolSize >= 1 && poolSize <= MOST_CONNECTIONS
  if (!fits) problems.push(`DATABASE_POOL_SIZE 要是 1 到 ${MOST_CONNECTIONS} 之间的整数，现在是“${size}”`)
  return { engine: 'server', url, poolSize: fits ? poolSize : DEFAULT_POOL_SIZE }
}

function isPostgresUrl(text: string): boolean {
  try {
    const { protocol, pathname } = new URL(text)
    return (protocol === 'postgres:' || protocol === 'postgresql:') && pathname.length > 1
  } catch {
    return false
  }
}
