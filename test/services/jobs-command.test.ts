import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { enqueue } from '@suanhui/bff/jobs/queue'
import { openDatabase } from '@suanhui/bff/stores/database'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../stores/bundle'
import { engines, freshPath } from '../stores/engines'
import { quiet } from '../stores/quiet'

const [, onServer] = engines
let programs = ''
beforeAll(() => {
  programs = bundle(['../../bff/src/cli/jobs.ts'], freshPath('bundle'))
})

async function run(DATABASE_URL: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [join(programs, 'jobs.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL },
  })
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, out, complaint }
}

describe('npm run jobs', () => {
  it('lists what was given up without what it was about, and has it done again', async () => {
    const settings = await onServer.settings()
    if (settings.engine !== 'server') throw new Error('not on a server')
    const { url } = settings
    const database = await openDatabase(settings, quiet)
    await migrate(database, migrations)
    expect(await run(url, 'dead')).toMatchObject({ code: 0, out: '没有\n' })

    await database.transaction((transaction) =>
      enqueue(transaction, { kind: 'send-sms', dedupeKey: 'secret-key', payload: { person: 'secret-id' } }),
    )
    await sql`update jobs set state = 'dead', attempts = 12, last_failure = 'vendor unavailable', ended_at = now()`.execute(
      database.queries,
    )
    const { out } = await run(url, 'dead')
    expect(out).toMatch(/1 .*send-sms.*12.*vendor unavailable/)
    expect(out).not.toContain('secret')

    expect((await run(url, 'revive', '1', '99')).out).toBe('1 再办一次\n99 不在放弃的里面\n')
    const row = await database.queries.selectFrom('jobs').select(['state', 'attempts']).executeTakeFirstOrThrow()
    expect(row).toEqual({ state: 'waiting', attempts: 0 })
    for (const wrong of [[], ['dead', 'x'], ['revive'], ['revive', 'x'], ['kill']]) {
      expect(await run(url, ...wrong)).toMatchObject({ code: 2, complaint: expect.stringContaining('用法') })
    }
    await database.close()
  })
})
