import { randomUUID } from 'node:crypto'
import type { createApp } from '@suanhui/bff/app'
import type { Deps } from '@suanhui/bff/deps'
import { type Database, openDatabase } from '@suanhui/bff/stores/database'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { masterKeysOf } from '@suanhui/bff/vault/master-keys'
import { openVault } from '@suanhui/bff/vault/open-vault'
import { type CreditCode, checkCharacter } from '@suanhui/shared/credit-code'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { NOW, testServer } from '../contract/server'
import type { TestEngine } from '../stores/engines'
import { quiet } from '../stores/quiet'

/** The credit code that begins with these 17 characters. */
export const creditCode = (first17: string): CreditCode => first17 + checkCharacter(first17)

/** A fictitious credit code whose check digit fits. */
export const CREDIT_CODE = creditCode('91430104MA0TEXT0X')

/** A clock that a test moves. */
export interface TestClock {
  now: Date
  forward(ms: number): void
}

export interface ServicesWorld {
  readonly database: Database
  readonly deps: Deps
  readonly app: ReturnType<typeof createApp>
  readonly clock: TestClock
  /** Log lines as JSON text: no test may find personal data in them. */
  readonly lines: readonly string[]
  /** A new person, as the token says; `ask` sends it. */
  person(): Promise<TestPerson>
  /** A company with this person as its owner. */
  companyOf(owner: TestPerson, given?: { readonly creditCode?: string; readonly name?: string }): Promise<string>
}

export interface TestPerson {
  readonly id: string
  readonly token: string
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
}

const TABLES_TO_KEEP = ['schema_migrations']

async function emptyTables(database: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema()`.execute(database.queries)
  const names = rows.map(({ name }) => name).filter((name) => !TABLES_TO_KEEP.includes(name))
  if (names.length > 0)
    await sql.raw(`truncate ${names.map((name) => `"${name}"`).join(', ')} cascade`).execute(database.queries)
}

/**
 * The real app on a real database, emptied before each test. Who asks is read from a token of the test's own
 * (`person.ID`): the identity tests bring the real ones.
 * @returns the way to it, for use inside tests.
 */
export function servicesWorld(
  engine: TestEngine,
  given: (world: { database: Database; clock: TestClock }) => Partial<Deps> = () => ({}),
): () => ServicesWorld {
  let world: ServicesWorld | undefined
  let database: Database | undefined
  const clock: TestClock = {
    now: NOW,
    forward(ms) {
      clock.now = new Date(clock.now.getTime() + ms)
    },
  }
  beforeAll(async () => {
    database = await openDatabase(await engine.settings(), quiet)
    await migrate(database, migrations)
    // The audit refuses to be emptied; here it is, before every test.
    await sql`alter table audit_entries disable trigger audit_entries_never_emptied`.execute(database.queries)
  })
  afterAll(() => database?.close())
  beforeEach(async () => {
    if (database === undefined) throw new Error('the database did not open')
    await emptyTables(database)
    clock.now = NOW
    world = await makeWorld(database, clock, given({ database, clock }))
  })
  return () => {
    if (world === undefined) throw new Error('the world is there inside tests only')
    return world
  }
}

async function makeWorld(database: Database, clock: TestClock, given: Partial<Deps>): Promise<ServicesWorld> {
  const { app, deps, lines } = await testServer({
    clock: () => clock.now,
    newId: randomUUID,
    database,
    databaseHealth: () => database.health(),
    vault: openVault(masterKeysOf([new Uint8Array(32).fill(7)])),
    identify: async (token) => {
      const personId = /^person[.:](.+)$/.exec(token)?.[1]
      return personId === undefined ? undefined : { personId, sessionId: personId }
    },
    ...given,
  })
  return {
    database,
    deps,
    app,
    clock,
    lines,
    async person() {
      const id = randomUUID()
      await database.queries.insertInto('people').values({ id }).execute()
      return personAsking(app, id, `person.${id}`)
    },
    async companyOf(owner, { creditCode = CREDIT_CODE, name = '长沙测试智能科技有限公司' } = {}) {
      const id = randomUUID()
      await database.queries
        .insertInto('companies')
        .values({ id, credit_code: creditCode, name, region: '430104' })
        .execute()
      await database.queries
        .insertInto('company_members')
        .values({ company_id: id, person_id: owner.id, role: 'owner', joined_at: clock.now })
        .execute()
      return id
    },
  }
}

export const personAsking = (app: ReturnType<typeof createApp>, id: string, token: string): TestPerson => ({
  id,
  token,
  ask: async (method, path, body, headers = {}) =>
    app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
})

/** What the mini-program has a person say before the first thing of theirs goes to a platform. */
export const SHARING = { purpose: 'sharing_with_platform', version: '2026-11-21', given: true } as const

export async function agreeToSharing(person: TestPerson): Promise<void> {
  const answer = await person.ask('PUT', '/v1/me/consents', SHARING)
  if (!answer.ok) throw new Error(await answer.text())
}
