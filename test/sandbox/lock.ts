import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another sandbox works in the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`${folder} 正被另一个沙箱使用（进程 ${pid}）：先停掉它，或者用 DATA_DIR 换一个文件夹`)
    this.name = 'FolderInUse'
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes the folder for this process; a lock left by a dead process is taken over. Returns what gives it back. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'lock')
  const take = (): void => writeFileSync(path, String(process.pid), { flag: 'wx' })
  try {
    take()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const holder = Number(readFileSync(path, 'utf8'))
    if (Number.isInteger(holder) && holder !== process.pid && isAlive(holder)) throw new FolderInUse(folder, holder)
    rmSync(path, { force: true })
    take()
  }
  return () => rmSync(path, { force: true })
}
