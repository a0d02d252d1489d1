import { sql } from 'kysely'
import type { Deps } from '../../deps'
import { forgetJobs } from '../../jobs/queue'
import { forgetAnswers } from '../../stores/idempotency'
import { KEPT_AFTER_END_DAYS, sweepIdentity } from '../../stores/identity-sweep'
import type { Tables } from '../../stores/tables'
import { KEPT_OPEN_MS, sweepUploads } from '../../uploads/sweep-uploads'

const DAY_MS = 86_400_000

export type RetentionWorld = Pick<Deps, 'database' | 'papers' | 'clock'>

/** One kind of data that goes by itself. */
export interface Kept {
  readonly kind: string
  readonly days: number
  /** From when the days count, and why so long. */
  readonly reason: string
  readonly forget: (world: RetentionWorld, before: Date) => Promise<unknown>
}

/** What a claim may still be about: 民法典第一百八十八条, three years. */
const CLAIMS_DAYS = 3 * 365

const deleteFrom =
  (table: keyof Tables, column: 'created_at' | 'closed_at' | 'received_at' | 'expires_at') =>
  ({ database: { queries } }: RetentionWorld, before: Date) =>
    sql`delete from ${sql.table(table)} where ${sql.ref(column)} < ${before}`.execute(queries)

/** What is kept how long, and why. A person's own data that is not here stays until they delete it, or themselves. */
export const retention: readonly Kept[] = [
  {
    kind: 'sign-in leftovers: codes, allowances, ended sessions',
    days: KEPT_AFTER_END_DAYS,
    reason: 'from the end of the session: so that one may see where one was signed in; codes go when they expire',
    forget: ({ database, clock }) => database.transaction((transaction) => sweepIdentity(transaction, clock())),
  },
  {
    kind: 'first answers to writes',
    days: 7,
    reason: 'from the answer: a phone that was offline for a week may still repeat a write',
    forget: ({ database }, before) => forgetAnswers(database, before),
  },
  {
    kind: 'jobs that are done',
    days: 30,
    reason: 'from the end: to see what happened when something went wrong; ids only',
    forget: ({ database }, before) => forgetJobs(database.queries, before),
  },
  {
    kind: 'uploads that were left lying, and bytes that no row knows',
    days: KEPT_OPEN_MS / DAY_MS,
    reason: 'from their begin: nobody comes back to them',
    forget: (world) => sweepUploads(world),
  },
  {
    kind: 'invitations',
    days: 30,
    reason: 'from their end: to see who was asked; they are good for seven days',
    forget: deleteFrom('company_invitations', 'expires_at'),
  },
  {
    kind: 'messages',
    days: 2 * 365,
    reason: 'from the sending: an application with its supervision takes up to two years',
    forget: deleteFrom('messages', 'created_at'),
  },
  {
    kind: 'receipts of vendors',
    days: 90,
    reason: 'from the receipt: to settle bills with the vendor; no number, no text',
    forget: deleteFrom('delivery_receipts', 'received_at'),
  },
  {
    kind: 'pushes of WeChat',
    days: 7,
    reason: 'from the push: WeChat repeats within seconds',
    forget: deleteFrom('wechat_pushes', 'received_at'),
  },
  {
    kind: 'checks of pictures by WeChat',
    days: 90,
    reason: 'from the answer: the upload it was for is settled long before',
    forget: deleteFrom('media_checks', 'received_at'),
  },
  {
    kind: 'news of platforms about nothing of ours',
    days: 90,
    reason: 'from the receipt: the subject may still be on its way; a deleted company has none any more',
    forget: ({ database: { queries } }, before) =>
      queries.deleteFrom('platform_events').where('subject_id', 'is', null).where('received_at', '<', before).execute(),
  },
  {
    kind: 'what platforms hold of deleted companies',
    days: CLAIMS_DAYS,
    reason: 'from the deletion: a platform or an authority may ask; ids only',
    forget: deleteFrom('closed_subjects', 'closed_at'),
  },
  {
    kind: 'consents of deleted people',
    days: CLAIMS_DAYS,
    reason: 'from the deletion: we must prove that processing was agreed to (个人信息保护法第六十九条); ids only',
    forget: ({ database }, before) =>
      database.transaction(async (transaction) => {
        const gone = transaction.selectFrom('people').select('id').where('deleted_at', '<', before)
        await transaction.deleteFrom('consents').where('person_id', 'in', gone).execute()
        await transaction.deleteFrom('terms_agreements').where('person_id', 'in', gone).execute()
      }),
  },
]

/** Ids that never go, each with the reason. */
export const keptForGood: Readonly<Record<string, string>> = {
  audit_entries: 'who read and changed what; a chain with a link taken out proves nothing. Ids only',
  people: 'an id is never given twice. Nothing but the id is left of a deleted person',
  data_keys: 'that a key was destroyed: no new one is made for the same id',
  invoice_claims: 'no invoice is paid for twice, whoever shows it. A keyed hash, and ids',
}

/** Forgets everything whose time has come. @returns the kinds that failed; the others are done nonetheless. */
export async function forgetWhatIsOver(world: RetentionWorld & Pick<Deps, 'log'>): Promise<readonly string[]> {
  const failed: string[] = []
  for (const { kind, days, forget } of retention) {
    try {
      await forget(world, new Date(world.clock().getTime() - days * DAY_MS))
    } catch (err) {
      world.log.error({ err, kind }, 'data whose time is over could not be forgotten')
      failed.push(kind)
    }
  }
  return failed
}
