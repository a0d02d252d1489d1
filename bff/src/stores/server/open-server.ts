import { Pool } from 'pg'
import { columnTypes } from '../column-values'
import type { Connections, Limits } from '../connections'
import { type DatabaseError, DatabaseSetupError, databaseError } from '../database-error'
import type { Engine } from '../engine'
import { SCHEMA, sessionArguments } from '../session'
import type { DatabaseSettings } from '../settings'

const CONNECT_WITHIN_MS = 5_000
const IDLE_CONNECTION_MS = 60_000
const LOCK_MS = 5_000
const OLDEST_VERSION = 15

/** Puts our session's settings behind those that the address may bring of its own. */
function addressOf(url: string): string {
  const address = new URL(url)
  const own = address.searchParams.get('options')
  address.searchParams.set('options', [...(own ? [own] : []), ...sessionArguments()].join(' '))
  return address.toString()
}

/** A PostgreSQL server, 15 or newer, through a pool of connections. */
export async function openServer(
  settings: Extract<DatabaseSettings, { engine: 'server' }>,
  { statementMs, idleInTransactionMs }: Limits,
): Promise<Engine> {
  const pool = new Pool({
    connectionString: addressOf(settings.url),
    max: settings.poolSize,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'suanhuitong',
    statement_timeout: statementMs ?? false,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    lock_timeout: LOCK_MS,
    types: columnTypes,
  })
  return { pool, ready, release: async () => undefined }
}

interface ServerFacts {
  readonly version: string
  readonly encoding: string
  readonly path: string
  readonly standby: boolean
  readonly safe: boolean
}

const FACTS = `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
  current_setting('search_path') as path, pg_is_in_recovery() as standby,
  current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on'
    and current_setting('synchronous_commit') <> 'off' as safe`

const ready: Engine['ready'] = async (connections, log) => {
  const facts = await ask(connections)
  const version = Math.floor(Number(facts.version) / 10_000)
  if (version < OLDEST_VERSION) {
    throw new DatabaseSetupError(`数据库版本太旧：PostgreSQL ${version}，要 ${OLDEST_VERSION} 或更新的版本`)
  }
  if (facts.encoding !== 'UTF8') throw new DatabaseSetupError('数据库的字符编码要是 UTF8，否则存不了中文')
  if (facts.standby) throw new DatabaseSetupError('DATABASE_URL 指向的是只读的备用数据库，要指向主数据库')
  // A connection pooler in between may drop the settings of a session.
  if (facts.path !== SCHEMA) {
    throw new DatabaseSetupError(
      '数据库连接没有按设置打开：中间的连接池（如 PgBouncer）要用 session 模式，并放行 options 参数',
    )
  }
  if (!facts.safe)
    log.warn({}, 'this server may lose acknowledged writes: fsync, full_page_writes or synchronous_commit is off')
}

async function ask(connections: Connections): Promise<ServerFacts> {
  try {
    const { rows } = await connections.run<ServerFacts>(FACTS)
    const facts = rows[0]
    if (facts === undefined) throw new DatabaseSetupError('数据库没有回答')
    return facts
  } catch (thrown) {
    if (thrown instanceof DatabaseSetupError) throw thrown
    throw new DatabaseSetupError(reasonOf(databaseError(thrown)), thrown)
  }
}

/** Why a server could not be reached. The address is not repeated: it holds a password. */
function reasonOf({ sqlState, message }: DatabaseError): string {
  if (sqlState?.startsWith('28')) return '数据库不接受 DATABASE_URL 里的用户名或密码'
  if (sqlState === '3D000') return 'DATABASE_URL 里写的数据库不存在，请先建好'
  if (sqlState === '53300') return '数据库的连接已经用完，请稍后再试，或调小 DATABASE_POOL_SIZE'
  return `连不上数据库，请检查 DATABASE_URL 和网络（${message}）`
}
