import { randomUUID } from 'node:crypto'
import { sweepJob } from '@suanhui/bff/jobs/sweep'
import { forgetWhatIsOver, keptForGood, retention } from '@suanhui/bff/services/privacy/retention'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { closeExaminer, testPapers } from './uploading'
import { creditCode, servicesWorld } from './world'

const DAY_MS = 86_400_000
closeExaminer()

/** Makes a row of each kind as it is when its days begin to count. `count` looks whether it is still there. */
interface Planted {
  readonly insert: (ids: { readonly person: string; readonly company: string; readonly other: string }) => string
  readonly table: string
}
const AT = '$at'
const PLANTED: Readonly<Record<string, Planted>> = {
  'sign-in leftovers: codes, allowances, ended sessions': {
    table: 'sessions',
    insert: ({ person, other }) =>
      `insert into sessions values ('${other}', '${person}', '测试手机', ${AT}, ${AT}, ${AT}::timestamptz + interval '99 years', ${AT})`,
  },
  'first answers to writes': {
    table: 'idempotency_keys',
    insert: () => `insert into idempotency_keys values ('s', 'k', 'h', 200, '{}', ${AT})`,
  },
  'jobs that are done': {
    table: 'jobs',
    insert: () =>
      `insert into jobs (kind, dedupe_key, payload, state, ended_at) values ('test', 'test', '{}', 'done', ${AT})`,
  },
  'uploads that were left lying, and bytes that no row knows': {
    table: 'uploads',
    insert: ({ person, company, other }) =>
      `insert into uploads (id, company_id, created_by, name, size, created_at)
       values ('${other}', '${company}', '${person}', 'a', 1, ${AT})`,
  },
  invitations: {
    table: 'company_invitations',
    insert: ({ person, company, other }) =>
      `insert into company_invitations (id, company_id, token_hash, role, invited_by, expires_at)
       values ('${other}', '${company}', 'h', 'agent', '${person}', ${AT})`,
  },
  messages: {
    table: 'messages',
    insert: ({ person, other }) =>
      `insert into messages (id, person_id, topic, dedupe_key, content, urgent, created_at)
       values ('${other}', '${person}', 'progress', 'd', 'sealed', false, ${AT})`,
  },
  'receipts of vendors': {
    table: 'delivery_receipts',
    insert: () =>
      `insert into delivery_receipts (vendor, vendor_id, delivered, received_at) values ('v', '1', true, ${AT})`,
  },
  'pushes of WeChat': { table: 'wechat_pushes', insert: () => `insert into wechat_pushes values ('d', ${AT})` },
  'checks of pictures by WeChat': {
    table: 'media_checks',
    insert: () => `insert into media_checks values ('t', true, null, ${AT})`,
  },
  'news of platforms about nothing of ours': {
    table: 'platform_events',
    insert: () =>
      `insert into platform_events (platform, event_id, platform_id, sequence, type, occurred_at, received_at, data)
       values ('hunan-projects', 'e', 'p', 1, 'status', ${AT}, ${AT}, '{}')`,
  },
  'what platforms hold of deleted companies': {
    table: 'closed_subjects',
    insert: ({ company, other }) =>
      `insert into closed_subjects values ('${other}', '${company}', 'hunan-projects', 'filing', 'p', 'r', ${AT})`,
  },
  'consents of deleted people': {
    table: 'consents',
    insert: ({ person }) =>
      `with gone as (update people set deleted_at = ${AT} where id = '${person}' returning id)
       insert into consents (person_id, purpose, version, given, at) select id, 'service', '1', true, ${AT} from gone`,
  },
}

describe.each(engines)('what is kept on the $name database', (engine) => {
  const papers = testPapers()
  const world = servicesWorld(engine, () => ({ papers }))
  const count = async (table: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
      world().database.queries,
    )
    return rows[0]?.count ?? 0
  }
  async function plant({ insert }: Planted): Promise<void> {
    const person = await world().person()
    const company = await world().companyOf(person, { creditCode: creditCode('91430104MA0TEXT0X') })
    const statement = insert({ person: person.id, company, other: randomUUID() })
    const at = `'${world().clock.now.toISOString()}'`
    await sql.raw(statement.replaceAll(AT, at)).execute(world().database.queries)
  }

  it.each(retention)('$kind: there to the end of $days days, then gone', async ({ kind, days }) => {
    const planted = PLANTED[kind]
    if (planted === undefined) throw new Error(`nothing is planted for “${kind}”`)
    await plant(planted)
    expect(await count(planted.table)).toBe(1)
    world().clock.forward(days * DAY_MS - 1_000)
    expect(await forgetWhatIsOver(world().deps)).toEqual([])
    expect(await count(planted.table)).toBe(1)
    world().clock.forward(2_000)
    expect(await forgetWhatIsOver(world().deps)).toEqual([])
    expect(await count(planted.table)).toBe(0)
  })

  it('is not what belongs to people who are there', async () => {
    const person = await world().person()
    const companyId = await world().companyOf(person)
    await person.ask('PUT', '/v1/me/consents', { purpose: 'service', version: '1', given: true })
    await person.ask('PUT', `/v1/companies/${companyId}/facts`, { facts: { 'compute.annualPurchaseFen': 1 } })
    const before = await Promise.all(['people', 'companies', 'company_facts', 'consents', 'audit_entries'].map(count))
    world().clock.forward(10 * 365 * DAY_MS)
    await forgetWhatIsOver(world().deps)
    expect(await Promise.all(['people', 'companies', 'company_facts', 'consents', 'audit_entries'].map(count))).toEqual(
      before,
    )
    expect(Object.keys(keptForGood)).toContain('audit_entries')
  })

  it('is looked through every day; where one kind fails, the others go, and it is tried again sooner', async () => {
    const job = { id: 1, kind: 'sweep', dedupeKey: 'daily', payload: {}, attempts: 1, leaseToken: '' }
    expect(await sweepJob(world().deps).run(job)).toEqual({ outcome: 'later', afterMs: DAY_MS })
    const planted = PLANTED['pushes of WeChat']
    if (planted === undefined) throw new Error('nothing is planted')
    await plant(planted)
    world().clock.forward(8 * DAY_MS)
    const broken = {
      ...papers,
      blobs: {
        ...papers.blobs,
        list: () => {
          throw new Error('no disk')
        },
      },
    }
    const outcome = await sweepJob({ ...world().deps, papers: broken }).run(job)
    expect(outcome).toEqual({ outcome: 'later', afterMs: DAY_MS / 24 })
    expect(await count('wechat_pushes')).toBe(0)
  })
})
