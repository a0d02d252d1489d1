import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Database, type DatabaseWorld, openDatabase } from '@suanhui/bff/stores/database'
import { SCHEMA } from '@suanhui/bff/stores/session'
import type { DatabaseSettings } from '@suanhui/bff/stores/settings'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, inject, onTestFinished } from 'vitest'
import { quiet } from './quiet'

/** A path that no other test uses. */
export const freshPath = (name: string): string => join(inject('stores').scratch, `${name}-${randomUUID().slice(0, 8)}`)

/** An empty embedded database that nobody has open. */
export function freshDirectory(): string {
  const directory = join(freshPath('embedded'), 'database')
  mkdirSync(dirname(directory))
  cpSync(inject('stores').template, directory, { recursive: true })
  return directory
}

async function freshServerDatabase(): Promise<string> {
  const { server } = inject('stores')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = await openDatabase({ engine: 'server', url: server, poolSize: 1 }, quiet)
  await sql`create database ${sql.id(name)}`.execute(admin.queries)
  await admin.close()
  return server.replace(/postgres$/, name)
}

/** Every test of a store runs once for each of these. */
export const engines = [
  {
    name: 'embedded',
    settings: async (): Promise<DatabaseSettings> => ({ engine: 'embedded', directory: freshDirectory() }),
  },
  {
    name: 'server',
    settings: async (): Promise<DatabaseSettings> => ({
      engine: 'server',
      url: await freshServerDatabase(),
      poolSize: 8,
    }),
  },
] as const

export type TestEngine = (typeof engines)[number]

/** Opens a database that is closed when the test ends. */
export async function opened(settings: DatabaseSettings, world: DatabaseWorld = quiet): Promise<Database> {
  const database = await openDatabase(settings, world)
  onTestFinished(() => database.close())
  return database
}

/**
 * One database for all tests of a `describe`, without tables before each of them: opening one takes a second.
 * @returns the way to it, for use inside tests.
 */
export function sharedDatabase(engine: TestEngine, world: DatabaseWorld = quiet): () => Database {
  let database: Database | undefined
  const get = (): Database => {
    if (database === undefined) throw new Error('the database is there inside tests only')
    return database
  }
  beforeAll(async () => {
    database = await openDatabase(await engine.settings(), world)
  })
  beforeEach(async () => {
    await sql`drop schema if exists ${sql.id(SCHEMA)} cascade`.execute(get().queries)
    await sql`create schema ${sql.id(SCHEMA)}`.execute(get().queries)
  })
  afterAll(() => database?.close())
  return get
}
