import { z } from 'zod'
import type { Deps } from '../deps'
import { applyWaiting, CATCH_UP } from '../platforms/inbox'
import { OUTGOING, placeOf } from '../platforms/outgoing'
import type { Platform, SentPaper, Unavailable, Write, WriteAnswer } from '../platforms/platform'
import { readFileOf } from '../services/registration/read-file'
import type { Transaction } from '../stores/database'
import { writtenDown } from '../stores/written-down'
import { DONE, type JobHandler, type Outcome } from './handler'
import { enqueue } from './queue'

const Payload = z.object({ writeId: z.uuid() })
/** Doubling up to three hours: more than a week. */
const ATTEMPTS = 70

/** Told like a refusal, so that nobody waits for ever: it can be mended and sent again. */
const UNREACHED = {
  result: 'refused',
  reason: '好几天都连不上平台，没有送到，请再交一次',
  fields: [],
  unreached: true,
} as const

type World = Pick<Deps, 'database' | 'vault' | 'platforms' | 'papers' | 'clock' | 'wakeJobs'>

const papersOf = (write: Write): readonly SentPaper[] => ('papers' in write ? write.papers : [])

async function load({ database: { queries }, vault }: World, writeId: string) {
  const row = await queries
    .selectFrom('platform_writes as w')
    .innerJoin('platform_subjects as s', 's.id', 'w.subject_id')
    .select(['w.id', 'w.company_id', 'w.subject_id', 'w.platform', 'w.verb', 'w.body', 'w.state', 's.platform_id'])
    .where('w.id', '=', writeId)
    .executeTakeFirst()
  if (row === undefined || row.state !== 'queued' || row.body === null) return undefined
  const text = await vault.open(queries, { kind: 'company', id: row.company_id }, placeOf(writeId), row.body)
  // We sealed it ourselves as a Write, and sealing shows every change.
  const write: Write = JSON.parse(text)
  return { ...row, write }
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>

/** The papers first, then the write itself. */
async function send(world: World, platform: Platform, loaded: Loaded): Promise<WriteAnswer> {
  for (const { sha256, mediaType, name } of papersOf(loaded.write)) {
    const bytes = await readFileOf(world, loaded.company_id, sha256)
    if (bytes === undefined) return { result: 'refused', reason: `材料“${name}”已经不在了，请重新拍照上传`, fields: [] }
    const uploaded = await platform.uploadPaper(sha256, mediaType, bytes)
    if (uploaded.result !== 'uploaded') return uploaded
  }
  const subject = { subjectId: loaded.subject_id, platformId: loaded.platform_id ?? undefined }
  return platform.send(loaded.write, subject, loaded.id)
}

async function record(
  transaction: Transaction,
  world: World,
  loaded: Loaded,
  answer: Exclude<WriteAnswer, { result: 'unavailable' }>,
): Promise<void> {
  const accepted = answer.result === 'accepted'
  const { numUpdatedRows } = await transaction
    .updateTable('platform_writes')
    .set({
      state: accepted ? 'sent' : 'refused',
      body: null,
      answered_at: world.clock(),
      ...(accepted
        ? { receipt_number: answer.receiptNumber }
        : { refusal: answer.reason, refused_fields: JSON.stringify(answer.fields) }),
    })
    .where('id', '=', loaded.id)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  // A job may run twice; its answer counts once.
  if (numUpdatedRows === 0n) return
  const { platform, subject_id: subjectId, company_id: companyId, verb } = loaded
  if (accepted && loaded.platform_id === null) {
    await transaction
      .updateTable('platform_subjects')
      .set({ platform_id: answer.platformId, receipt_number: answer.receiptNumber })
      .where('id', '=', subjectId)
      .where('platform_id', 'is', null)
      .execute()
    await applyWaiting(transaction, world, platform, answer.platformId)
  }
  if (accepted) await enqueue(transaction, { kind: CATCH_UP, dedupeKey: loaded.id, payload: { platform } })
  for (const listen of world.platforms.writeListeners) {
    await listen(transaction, { writeId: loaded.id, subjectId, companyId, platform, verb, answer })
  }
}

/** Carries one write to its platform; repeats it with the same key until there is an answer, or the tries are over. */
export const platformOutgoing = (world: World): JobHandler => ({
  kind: OUTGOING,
  attempts: ATTEMPTS,
  // After a crash it waits no longer than this.
  leaseMs: 30_000,
  // Many large papers over a slow line.
  renewedForMs: 6 * 3_600_000,
  async run({ payload, attempts }): Promise<Outcome> {
    const { writeId } = Payload.parse(payload)
    const loaded = await load(world, writeId)
    if (loaded === undefined) return DONE
    const platform = world.platforms.connected[loaded.platform]
    if (platform === undefined) return { outcome: 'later', afterMs: 60_000 }
    // What belongs to a subject waits until that is known there.
    const begins = loaded.verb.startsWith('submit') || loaded.verb === 'claimVoucher'
    if (!begins && loaded.platform_id === null) return { outcome: 'later', afterMs: 5_000 }
    const last = attempts >= ATTEMPTS
    const answer = await send(world, platform, loaded).catch((error: unknown): Unavailable => {
      if (last) return { result: 'unavailable' }
      throw error
    })
    if (answer.result === 'unavailable' && !last) {
      const { retryAfterMs } = answer
      return { outcome: 'retry', failure: 'platform unavailable', ...(retryAfterMs && { afterMs: retryAfterMs }) }
    }
    const final = answer.result === 'unavailable' ? UNREACHED : answer
    await writtenDown(world.database, (transaction) => record(transaction, world, loaded, final))
    world.wakeJobs()
    return final === UNREACHED ? { outcome: 'dead', failure: 'platform unavailable to the last try' } : DONE
  },
})
