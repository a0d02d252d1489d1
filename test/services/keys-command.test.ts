import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openDatabase } from '@suanhui/bff/stores/database'
import { tokenKeys } from '@suanhui/bff/stores/identity-keys'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../stores/bundle'
import { engines, freshPath } from '../stores/engines'
import { quiet } from '../stores/quiet'

const MASTER_KEYS = Buffer.alloc(32, 7).toString('base64')
let programs = ''
beforeAll(() => {
  programs = bundle(['../../bff/src/cli/keys.ts'], freshPath('bundle'))
})

async function run(DATABASE_URL: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [join(programs, 'keys.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL, MASTER_KEYS },
  })
  const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, out, complaint }
}

describe('npm run keys', () => {
  it('makes the next key beside a running server, and after a leak ends the others at once', async () => {
    const [, onServer] = engines
    const settings = await onServer.settings()
    if (settings.engine !== 'server') throw new Error('not on a server')
    const { url } = settings
    // As the server has it open all the time.
    const database = await openDatabase(settings, quiet)
    await migrate(database, migrations)
    const now = () => tokenKeys(database.queries, new Date())

    expect(await run(url, 'rotate')).toMatchObject({ code: 0, out: expect.stringMatching(/^新钥匙 \S+，.*开始用/) })
    const [first] = await now()
    expect((first?.usedFrom.getTime() ?? 0) - Date.now()).toBeGreaterThan(8 * 60_000)
    expect((await run(url, 'rotate')).code).toBe(0)
    expect((await now()).map(({ usedUntil }) => usedUntil === null)).toEqual([false, true])

    expect((await run(url, 'rotate', '--now')).code).toBe(0)
    const left = await now()
    expect(left).toHaveLength(1)
    expect(left[0]?.usedFrom.getTime()).toBeLessThanOrEqual(Date.now())
    const { out } = await run(url, 'list')
    expect(out).toContain(left[0]?.publicKey.kid)
    expect(out).not.toContain(left[0]?.privateSealed)

    expect((await run(url, 'rotate', 'all')).code).toBe(2)
    expect((await run(url, 'show')).complaint).toContain('用法：npm run keys -- list')
    await database.close()
  })
})
