import { setTimeout as sleep } from 'node:timers/promises'
import type { Database, Transaction } from '@suanhui/bff/stores/database'
import {
  forgetAnswers,
  IdempotencyKeyReusedError,
  idempotent,
  WriteInFlightError,
} from '@suanhui/bff/stores/idempotency'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { engines, opened, sharedDatabase } from './engines'

const write = { scope: 'person 1, POST /v1/applications', key: 'k1', requestHash: 'h1' }

const makeTables = async (database: Database): Promise<void> => {
  await migrate(database, migrations)
  await sql`create table effect (what text)`.execute(database.queries)
}
const effectsOf = async ({ queries }: Database): Promise<number> =>
  (await sql`select what from effect`.execute(queries)).rows.length

const apply = async (trx: Transaction) => {
  await sql`insert into effect values ('application')`.execute(trx)
  return { status: 201, body: { id: 'a1', z: 1, a: [null, '湘'] } }
}

describe.each(engines)('on the $name engine', (engine) => {
  const database = sharedDatabase(engine)
  beforeEach(() => makeTables(database()))

  it('answers a repetition with the first answer, to the letter', async () => {
    const first = await idempotent(database(), write, apply)
    const again = await idempotent(database(), write, () => Promise.reject(new Error('must not run')))
    expect(first).toMatchObject({ status: 201, replayed: false })
    expect(again).toEqual({ ...first, replayed: true })
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body))
    expect(await effectsOf(database())).toBe(1)
  })

  it('refuses the key of another request', async () => {
    await idempotent(database(), write, apply)
    const other = idempotent(database(), { ...write, requestHash: 'h2' }, apply)
    await expect(other).rejects.toThrow(IdempotencyKeyReusedError)
    expect(await effectsOf(database())).toBe(1)
  })

  it('keeps scopes and keys apart', async () => {
    for (const [scope, key] of [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'b'],
      ['a","b', 'c'],
      ['a', 'b","c'],
    ]) {
      await idempotent(database(), { ...write, scope: scope ?? '', key: key ?? '' }, apply)
    }
    expect(await effectsOf(database())).toBe(5)
  })

  it('says that the same write is under way, and has its answer after', async () => {
    let finish: () => void = () => undefined
    const may = new Promise<void>((resolve) => {
      finish = resolve
    })
    const slow = idempotent(database(), write, async (trx) => {
      await may
      return apply(trx)
    })
    await sleep(20)
    await expect(idempotent(database(), write, apply)).rejects.toThrow(WriteInFlightError)
    finish()
    expect(await slow).toMatchObject({ replayed: false })
    expect(await idempotent(database(), write, apply)).toMatchObject({ replayed: true })
    expect(await effectsOf(database())).toBe(1)
  })

  it('of twenty at once, one does it', async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => idempotent(database(), write, apply)))
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
    const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(refused.every((error) => error instanceof WriteInFlightError)).toBe(true)
    expect(await effectsOf(database())).toBe(1)
  })

  it('leaves nothing of work that throws, and the key is free again', async () => {
    const failing = idempotent(database(), write, async (trx) => {
      await apply(trx)
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect(await effectsOf(database())).toBe(0)
    expect(await idempotent(database(), { ...write, requestHash: 'h2' }, apply)).toMatchObject({ replayed: false })
  })

  it('forgets answers that are old', async () => {
    await idempotent(database(), write, apply)
    expect(await forgetAnswers(database(), new Date(Date.now() - 60_000))).toBe(0)
    expect(await forgetAnswers(database(), new Date(Date.now() + 60_000))).toBe(1)
    expect(await idempotent(database(), write, apply)).toMatchObject({ replayed: false })
  })
})

it('on a server, two processes do a write once', async () => {
  const [, server] = engines
  const settings = await server.settings()
  const [one, other] = await Promise.all([opened(settings), opened(settings)])
  await makeTables(one)
  const attempts = [one, other, one, other].map((database) =>
    idempotent(database, write, async (trx) => {
      await sleep(100)
      return apply(trx)
    }),
  )
  const results = await Promise.allSettled(attempts)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await effectsOf(one)).toBe(1)
})
