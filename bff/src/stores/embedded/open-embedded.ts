import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Pool } from 'pg'
import { columnTypes } from '../column-values'
import { DatabaseSetupError, databaseError } from '../database-error'
import type { Engine } from '../engine'
import type { DatabaseSettings } from '../settings'
import { lockDirectory } from './directory-lock'
import { initialiseDirectory } from './initialise-directory'
import { startMaintenance } from './maintenance'
import { WorkerStream } from './worker-stream'

/** A request may wait this long for its turn: there is one connection, and after a crash it comes back in seconds. */
const TURN_WITHIN_MS = 30_000

/**
 * PostgreSQL inside this process (PGlite), in a thread, in a directory that is ours alone. It speaks PostgreSQL's
 * protocol to the same driver as a server does, through one connection, which is also the lock between transactions.
 */
export async function openEmbedded(settings: Extract<DatabaseSettings, { engine: 'embedded' }>): Promise<Engine> {
  const directory = resolve(settings.directory)
  await mkdir(dirname(directory), { recursive: true, mode: 0o700 })
  const lock = await lockDirectory(directory)
  try {
    await initialiseDirectory(directory)
  } catch (error) {
    await lock.release()
    throw error
  }

  let last: WorkerStream | undefined
  const pool = new Pool({
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: TURN_WITHIN_MS,
    types: columnTypes,
    stream: () => {
      last = new WorkerStream({ directory }, last?.gone ?? Promise.resolve())
      return last
    },
  })

  let stopMaintenance = (): void => undefined
  return {
    pool,
    async ready(connections, log) {
      try {
        await connections.run('select 1')
      } catch (thrown) {
        const { message } = databaseError(thrown)
        throw new DatabaseSetupError(
          `${directory} 里的数据库打不开（${message}）。先检查磁盘，再启动一次；还是打不开，就把这个目录改个名字留着，` +
            '用最近的备份恢复：npm run restore -- 备份文件名',
          thrown,
        )
      }
      stopMaintenance = startMaintenance(connections, log)
    },
    async release() {
      stopMaintenance()
      // Where work goes on past the time for closing, it ends here, like a crash: what is committed stays.
      last?.destroy()
      await last?.gone
      await lock.release()
    },
  }
}
