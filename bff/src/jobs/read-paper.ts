import { type Reading, type UnreadableReason, unreadableWords } from '@suanhui/shared/papers'
import { z } from 'zod'
import type { Deps } from '../deps'
import { comesBack } from '../outage'
import { limits } from '../recognition/limits'
import { UnreadableFileError } from '../recognition/unreadable-file'
import { invoiceIndexOf } from '../services/papers/invoice-index'
import { mergeReadings } from '../services/papers/merge-readings'
import { READ_PAPER } from '../services/papers/read-paper-job'
import { confirmedOf, sealPart } from '../services/papers/sealed-parts'
import { questionOf, withVerified } from '../services/papers/verification'
import { findPaper, lockPaper, type PageRow, type PaperRow, pagesOf } from '../stores/papers'
import { companyKey } from '../uploads/company-key'
import { fileKey } from '../uploads/keys'
import { readWhole } from '../uploads/read-whole'
import { DONE, type JobHandler } from './handler'

type World = Pick<Deps, 'database' | 'vault' | 'papers'>

const Payload = z.object({ companyId: z.string(), paperId: z.string(), version: z.number() })
type Payload = z.output<typeof Payload>

const ATTEMPTS = 4
const LEASE_MS = 30_000
const LONGEST_MS = 300_000
const AWAY_MS = 5_000

interface FilesRead {
  readonly readings: readonly Reading[]
  /** Words about the first file that could not be read. */
  readonly problem: string | undefined
}

async function readFiles(world: World, paper: PaperRow, pages: readonly PageRow[]): Promise<FilesRead> {
  const { blobs, read } = world.papers
  const ownerKey = await companyKey(world, paper.company_id)
  const readings: Reading[] = []
  let problem: string | undefined
  for (const [index, page] of pages.entries()) {
    try {
      if (page.size > limits.fileBytes) throw new UnreadableFileError('too_large')
      const bytes = await readWhole(blobs, ownerKey, fileKey(page.id), page.size)
      readings.push(await read({ bytes, mediaType: page.media_type, ...(paper.kind && { kind: paper.kind }) }))
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error
      problem ??= pages.length > 1 ? `第 ${index + 1} 页：${error.message}` : error.message
    }
  }
  return { readings, problem }
}

/** The official content where there is somebody to ask; without an answer the reading stays as it is. */
async function verified({ papers: { verify } }: World, reading: Reading): Promise<Reading> {
  const question = reading.kind === 'invoice' ? questionOf(reading) : undefined
  if (verify === undefined || question === undefined) return reading
  const answer = await verify(question)
  return answer.result === 'matched' ? withVerified(reading, answer.fields) : reading
}

/** Writes the outcome, where the paper is still the one that was read. */
async function keep(world: World, payload: Payload, outcome: { reading?: Reading; problem?: string }): Promise<void> {
  const { companyId, paperId, version } = payload
  const { reading, problem = null } = outcome
  await world.database.transaction(async (transaction) => {
    const paper = await lockPaper(transaction, companyId, paperId)
    if (paper?.version !== version) return
    const confirmed = await confirmedOf(world, transaction, paper)
    const kind = paper.kind ?? reading?.kind
    const index = reading && invoiceIndexOf(world.vault, paperId, reading, { ...confirmed, ...(kind && { kind }) })
    await transaction
      .updateTable('papers')
      .set({
        status: reading ? 'read' : 'unreadable',
        problem,
        read_kind: reading?.kind ?? null,
        reading: reading ? await sealPart(world, transaction, paper, 'reading', reading) : null,
        invoice_index: index ?? null,
      })
      .where('id', '=', paperId)
      .execute()
  })
}

const unreadable = (reason: UnreadableReason) => ({ problem: unreadableWords[reason] })

async function readPaper(world: World, payload: Payload): Promise<void> {
  const { companyId, paperId, version } = payload
  const { queries } = world.database
  const paper = await findPaper(queries, companyId, paperId)
  // Deleted, or changed since: the change has a job of its own.
  if (paper?.version !== version) return
  const pages = await pagesOf(queries, [paperId])
  if (pages.length === 0) return
  await queries
    .updateTable('papers')
    .set({ status: 'reading' })
    .where('id', '=', paperId)
    .where('version', '=', version)
    .execute()
  const { readings, problem } = await readFiles(world, paper, pages)
  const [first, ...rest] = readings
  if (first === undefined) return keep(world, payload, problem === undefined ? unreadable('broken') : { problem })
  const reading = await verified(world, mergeReadings([first, ...rest]))
  await keep(world, payload, { reading, ...(problem !== undefined && { problem }) })
}

/** Reads a paper in the background; what cannot be read says why, and a person fills it in. */
export const readPaperJob = (world: World): JobHandler => ({
  kind: READ_PAPER,
  attempts: ATTEMPTS,
  leaseMs: LEASE_MS,
  renewedForMs: LONGEST_MS,
  // One paper at a time: its file lies in memory while it is read.
  atOnce: 1,
  async run(job) {
    const payload = Payload.parse(job.payload)
    try {
      await readPaper(world, payload)
    } catch (error) {
      // A file that cannot be fetched for now is not one that cannot be read.
      if (comesBack(error)) return { outcome: 'later', afterMs: AWAY_MS }
      if (job.attempts < ATTEMPTS) throw error
      await keep(world, payload, unreadable('crashed'))
      return { outcome: 'dead', failure: error instanceof Error ? error.name : 'unknown failure' }
    }
    return DONE
  },
})
