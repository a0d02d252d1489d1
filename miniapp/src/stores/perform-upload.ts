import { arrangePages, makePaper, readPaper } from '../api/papers'
import { ApiError } from '../api/send'
import { editSubmission, readSubmission } from '../api/submissions'
import { beginUpload, completeUpload, readUpload, sendPart } from '../api/uploads'
import { readPart } from '../platform/upload-files'
import type { QueuedUpload } from './queued-upload'
import { failureOf } from './upload-failure'
import type { Act, Failure, Happening } from './upload-happening'

/** What can be said only after something else was: never seen by a person. */
const tooEarly = (): Error => new Error('the upload has not begun')

const refOf = ({ companyId, upload }: QueuedUpload) => {
  if (upload === undefined) throw tooEarly()
  return { companyId, uploadId: upload.id, partSize: upload.partSize }
}

async function begin(item: QueuedUpload, act: Act): Promise<Happening> {
  const { companyId, name, size, hash, kind, pageOf } = item
  const upload = await beginUpload(
    companyId,
    {
      name,
      size,
      ...hash,
      ...(kind !== undefined && { kind }),
      ...(pageOf?.paperId !== undefined && { paperId: pageOf.paperId }),
      ...(pageOf?.position !== undefined && { position: pageOf.position }),
    },
    `${item.id}-${item.restarts}`,
  )
  return { kind: 'told', act, upload }
}

/** The bytes are gone from this phone: nothing here brings them back. */
class FileGone extends Error {}

async function sendOne(item: QueuedUpload, act: Act & { readonly kind: 'part' }): Promise<Happening> {
  const { companyId, uploadId, partSize } = refOf(item)
  const from = act.part * partSize
  const bytes = await readPart(item.id, from, Math.min(partSize, item.size - from)).catch(() => {
    throw new FileGone()
  })
  await sendPart({ companyId, uploadId }, act.part, bytes)
  return { kind: 'part arrived', act }
}

/** Adds the paper to what stands in the slot; where somebody changed the draft meanwhile, the next try reads it anew. */
async function putIntoSlot({ companyId, into }: QueuedUpload, paperId: string): Promise<void> {
  if (into === undefined) return
  const ref = { companyId, submissionId: into.submissionId }
  const { papers, version, editable } = await readSubmission(ref)
  const there = papers[into.slot] ?? []
  if (there.includes(paperId)) return
  if (!editable) throw new ApiError('FORBIDDEN', '材料传好了，但这件申请已经提交，没有放进去')
  await editSubmission(ref, { version, papers: { [into.slot]: [...there, paperId] } })
}

/** The new picture where the old one was. */
async function putInPlace({ companyId, pageOf, fileId }: QueuedUpload, paperId: string): Promise<void> {
  const old = pageOf?.insteadOf
  if (old === undefined || fileId === undefined || old === fileId) return
  const ref = { companyId, paperId }
  const { pages } = await readPaper(ref)
  if (!pages.some((page) => page.fileId === old)) return
  const others = pages.map((page) => page.fileId).filter((id) => id !== fileId)
  await arrangePages(
    ref,
    others.map((id) => (id === old ? fileId : id)),
  )
}

async function put(item: QueuedUpload, act: Act): Promise<Happening> {
  if (item.paperId === undefined) throw tooEarly()
  await putInPlace(item, item.paperId)
  await putIntoSlot(item, item.paperId)
  return { kind: 'put', act }
}

async function complete(item: QueuedUpload, act: Act): Promise<Happening> {
  const { paperId, fileId } = await completeUpload(refOf(item))
  return { kind: 'completed', act, paperId, fileId }
}

async function done(item: QueuedUpload, act: Act): Promise<Happening> {
  switch (act.kind) {
    case 'make paper': {
      const { id } = await makePaper(item.companyId, item.kind, `paper-${item.pageOf?.together ?? item.id}`)
      return { kind: 'paper made', act, paperId: id }
    }
    case 'begin':
      return begin(item, act)
    case 'look':
      return { kind: 'told', act, upload: await readUpload(refOf(item)) }
    case 'part':
      return sendOne(item, act)
    case 'complete':
      return complete(item, act)
    case 'put':
      return put(item, act)
  }
}

function failed(act: Act, error: unknown): Failure {
  if (error instanceof ApiError) return failureOf(act, error)
  if (error instanceof FileGone) return { kind: 'stopped', words: '手机上找不到这个文件了，请重新拍照或者选择' }
  return { kind: 'stopped', words: '没有传上去，请再试一次' }
}

/** Sends one request and says what came of it. Never throws. */
export async function performUpload(item: QueuedUpload, act: Act): Promise<Happening> {
  try {
    return await done(item, act)
  } catch (error) {
    return { kind: 'failed', act, failure: failed(act, error), now: Date.now(), chance: Math.random() }
  }
}
