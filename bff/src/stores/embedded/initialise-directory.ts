import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSetupError } from '../database-error'
import { syncPath } from './durable-node-fs'
import { processEntry } from './worker-file'

/** The major version of PostgreSQL inside PGlite: files of another one cannot be read. */
const VERSION = '18'

/**
 * Makes the database where there is none yet. It is made beside its place and moved in when it is whole and on the
 * disk: an interrupted first start leaves nothing that looks like a database. Needs the directory's lock.
 * @throws {DatabaseSetupError}
 */
export async function initialiseDirectory(directory: string): Promise<void> {
  const parent = dirname(directory)
  await removeRemains(directory)
  if (existsSync(join(directory, 'PG_VERSION'))) return checkVersion(directory)
  if (existsSync(directory)) {
    const inside = await readdir(directory)
    if (inside.length > 0) throw new DatabaseSetupError(`${directory} 里有别的文件，不能在这里建数据库`)
    await rmdir(directory)
  }
  const made = `${directory}.new-${process.pid}`
  await mkdir(made, { recursive: true, mode: 0o700 })
  await make(made)
  await rename(made, directory)
  syncPath(parent)
}

async function removeRemains(directory: string): Promise<void> {
  const parent = dirname(directory)
  const names = await readdir(parent)
  const remains = names.filter((name) => name.startsWith(`${basename(directory)}.new-`))
  await Promise.all(remains.map((name) => rm(join(parent, name), { recursive: true, force: true })))
}

async function checkVersion(directory: string): Promise<void> {
  const version = (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim()
  if (version === VERSION) return
  throw new DatabaseSetupError(
    `${directory} 是 PostgreSQL ${version} 的数据，这个版本的算惠通只能读 ${VERSION}：请先用原来的版本备份，再用新版本恢复`,
  )
}

function make(directory: string): Promise<void> {
  const { file, execArgv } = processEntry()
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(file), [directory], {
      execArgv,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let complaints = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaints = (complaints + text).slice(-2_000)
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else
        reject(new DatabaseSetupError(`在 ${directory} 建数据库没有成功，请检查磁盘空间和权限`, new Error(complaints)))
    })
  })
}
