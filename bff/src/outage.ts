import { AppError } from './errors'
import { NoSuchBlobError } from './storage/blobs'
import { ObjectStoreError } from './storage/s3-blobs'
import { DamagedFileError } from './storage/sealed-stream'
import { CommitUnknownError, DatabaseError } from './stores/database-error'

/** A database comes back within seconds, a disk when somebody has made room. */
const SOON_S = 5
const LATER_S = 30

/** No room, or the disk itself: what Node says where a file cannot be written. */
const DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EFBIG'])
/** `disk_full`: PostgreSQL's own word for the same. */
const DATABASE_FULL = '53100'

const NO_ROOM = '服务器现在存不下新的内容，已经存好的都在。请过一会儿再试'

const outage = (message: string, seconds: number, cause: unknown): AppError =>
  new AppError('NOT_READY', message, { headers: { 'retry-after': String(seconds) }, cause })

const isDatabaseAway = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.kind === 'unavailable' || error.kind === 'timeout')

const isOfDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && DISK.has(error.code)

/** Whether a job failed only because the database, the disk or the object store is away: then it waits for it. */
export const comesBack = (error: unknown): boolean =>
  error instanceof ObjectStoreError || isDatabaseAway(error) || isOfDisk(error)

/**
 * What to say where the database, the disk or the object store is away: it passes by itself, nothing that was promised
 * is lost, and who comes again gets on. Undefined where it is something else.
 */
export function outageOf(error: unknown): AppError | undefined {
  if (error instanceof CommitUnknownError) {
    return outage('刚才断了一下，不知道这一步存上了没有。请过几秒看一看，没有的话再做一次', SOON_S, error)
  }
  if (error instanceof DatabaseError && error.sqlState === DATABASE_FULL) return outage(NO_ROOM, LATER_S, error)
  if (isDatabaseAway(error)) {
    return outage('服务器暂时连不上，已经存好的都在。请过几秒再试', SOON_S, error)
  }
  if (error instanceof ObjectStoreError) return outage('现在存取不了文件，已经传好的都在。请过几秒再试', SOON_S, error)
  if (error instanceof DamagedFileError || error instanceof NoSuchBlobError) {
    return outage('这个文件现在读不出来，我们正在查。请过一会儿再试，还是不行就重新上传', LATER_S, error)
  }
  return isOfDisk(error) ? outage(NO_ROOM, LATER_S, error) : undefined
}
