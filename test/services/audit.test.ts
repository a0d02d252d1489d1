import { randomUUID } from 'node:crypto'
import { appendAudit } from '@suanhui/bff/audit/append-audit'
import { verifyAudit } from '@suanhui/bff/audit/verify-audit'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { servicesWorld } from './world'

describe.each(engines)('the audit on the $name database', (engine) => {
  const world = servicesWorld(engine)
  const append = (action: string) =>
    world().database.transaction((transaction) =>
      appendAudit(transaction, {
        at: world().clock.now,
        actorId: randomUUID(),
        action,
        subjectIds: [randomUUID()],
        outcome: 'done',
      }),
    )
  const three = async () => {
    for (const action of ['company.read', 'company.change', 'member.remove']) await append(action)
  }
  const check = () => verifyAudit(world().database.queries)
  /** As somebody could who owns the database. */
  const tamper = (statement: string) =>
    world().database.transaction(async (transaction) => {
      await sql.raw('alter table audit_entries disable trigger audit_entries_only_added').execute(transaction)
      await sql.raw(statement).execute(transaction)
      await sql.raw('alter table audit_entries enable trigger audit_entries_only_added').execute(transaction)
    })

  it('holds together, also where many act at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => append('company.read')))
    expect(await check()).toMatchObject({ entries: 8 })
    expect(await check()).not.toHaveProperty('brokenAt')
  })

  it.each(["update audit_entries set content = '[]'", 'delete from audit_entries'])(
    'refuses: %s',
    async (statement) => {
      await three()
      await expect(sql.raw(statement).execute(world().database.queries)).rejects.toThrow()
      expect(await check()).toMatchObject({ entries: 3 })
    },
  )

  it.each([
    ['edited', "update audit_entries set content = '[]' where seq = 2", 2],
    ['moved in time', "update audit_entries set at = at + interval '1 hour' where seq = 1", 1],
    ['left out', 'delete from audit_entries where seq = 2', 3],
    [
      'put in',
      "insert into audit_entries select 4, at, content, previous_hash, 'x' from audit_entries where seq = 3",
      4,
    ],
    [
      'changed about',
      'update audit_entries set seq = case seq when 1 then -2 else -1 end where seq < 3; update audit_entries set seq = -seq where seq < 0',
      1,
    ],
  ])('finds an entry that was %s', async (_what, statement, brokenAt) => {
    await three()
    for (const one of statement.split(';')) await tamper(one)
    expect(await check()).toMatchObject({ brokenAt })
  })

  it('cannot see by itself that the end was cut off; the number and the hash kept elsewhere can', async () => {
    await three()
    const before = await check()
    await tamper('delete from audit_entries where seq = 3')
    const after = await check()
    expect(after).not.toHaveProperty('brokenAt')
    expect(after).not.toEqual(before)
  })
})
