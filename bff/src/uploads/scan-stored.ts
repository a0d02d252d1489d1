import { appendAudit } from '../audit/append-audit'
import type { Deps } from '../deps'
import { AppError } from '../errors'
import { openStream } from '../storage/sealed-stream'
import type { UploadRow } from '../stores/uploads'
import { fileKey } from './keys'

const AGAIN_S = 60
const INFECTED = '这个文件里有病毒，不能用，已经删掉了。请换一台干净的电脑或者手机，重新生成再传'
const TOO_LARGE = '这个文件太大，没办法检查有没有病毒。请换小一点的，或者分成几个再传'

const nobodyLooked = (): AppError =>
  new AppError('BUSY', '文件收到了，正在等着检查有没有病毒，过一会儿会接着办，不用重传', {
    headers: { 'retry-after': String(AGAIN_S) },
  })

type World = Pick<Deps, 'database' | 'papers' | 'clock'>

const noteInfected = ({ database, clock }: World, { id, company_id, created_by }: UploadRow): Promise<void> =>
  database.transaction((transaction) =>
    appendAudit(transaction, {
      at: clock(),
      actorId: created_by,
      action: 'upload.infected',
      subjectIds: [company_id, id],
      outcome: 'refused',
    }),
  )

/**
 * Has an assembled file looked through for viruses, where the operator has somebody who does.
 * @returns words for a person where it may not be used.
 * @throws {AppError} BUSY while nobody answers: the parts stay, and the phone asks again.
 */
export async function scanStored(
  world: World,
  upload: UploadRow,
  { ownerKey, fileId }: { readonly ownerKey: Uint8Array; readonly fileId: string },
): Promise<string | undefined> {
  const { blobs, scan } = world.papers
  if (scan === undefined) return undefined
  const key = fileKey(fileId)
  // Opened when the scanner takes the first piece: one that is not there leaves no open file behind.
  async function* clear(): AsyncIterable<Uint8Array> {
    yield* openStream(ownerKey, key, await blobs.get(key))
  }
  const result = await scan(clear())
  if (result === 'unavailable') throw nobodyLooked()
  if (result === 'clean') return undefined
  if (result === 'too_large') return TOO_LARGE
  await noteInfected(world, upload)
  return INFECTED
}
