import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openTokenKey, readTokenKeys, resealTokenKeys } from '@suanhui/bff/identity/token-keys'
import { openDatabase } from '@suanhui/bff/stores/database'
import { DatabaseSetupError } from '@suanhui/bff/stores/database-error'
import { migrate } from '@suanhui/bff/stores/migrate'
import { migrations } from '@suanhui/bff/stores/migrations/index'
import { keptIndexKey, resealIndexKey } from '@suanhui/bff/vault/index-key'
import { masterKeysOf } from '@suanhui/bff/vault/master-keys'
import { openVault } from '@suanhui/bff/vault/open-vault'
import { rewrapDataKeys } from '@suanhui/bff/vault/rewrap-data-keys'
import { systemSecretsOf } from '@suanhui/bff/vault/system-secrets'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../stores/bundle'
import { engines, freshPath } from '../stores/engines'
import { quiet } from '../stores/quiet'
import { servicesWorld } from './world'

const secret = (fill: number) => new Uint8Array(32).fill(fill)
const [OLD, NEW, OTHER] = [secret(1), secret(2), secret(3)]
const PLACE = { table: 'people', column: 'name', row: '1' }
const old = openVault(masterKeysOf([OLD]))
/** Without the old one: it opens only what was wrapped anew. */
const onlyNew = openVault(masterKeysOf([NEW]))

describe.each(engines)('another master key, on the $name database', (engine) => {
  const world = servicesWorld(engine)
  const owner = () => ({ kind: 'company', id: randomUUID() }) as const
  const seal = (who: ReturnType<typeof owner>, words: string, by = old) =>
    world().database.transaction((transaction) => by.seal(transaction, who, PLACE, words))
  const open = (who: ReturnType<typeof owner>, sealed: string, by = onlyNew) =>
    by.open(world().database.queries, who, PLACE, sealed)

  it('wraps every data key, while what is sealed stays as it is', async () => {
    const owners = Array.from({ length: 503 }, owner)
    const sealed: string[] = []
    for (const who of owners) sealed.push(await seal(who, `of ${who.id}`))
    const [first, destroyed] = owners
    if (first === undefined || destroyed === undefined) throw new Error('no owners')
    await world().database.transaction((transaction) => old.destroyKey(transaction, destroyed))
    await expect(open(first, sealed[0] ?? '')).rejects.toThrow('not given')

    const both = masterKeysOf([NEW, OLD])
    expect(await rewrapDataKeys(world().database, both)).toEqual({ rewrapped: 502, lost: 0 })
    for (const [index, who] of owners.entries()) {
      if (who !== destroyed) expect(await open(who, sealed[index] ?? '')).toBe(`of ${who.id}`)
    }
    await expect(open(destroyed, sealed[1] ?? '')).rejects.toThrow('destroyed')
    // Again does nothing; and what was indexed is found by the same index.
    expect(await rewrapDataKeys(world().database, both)).toEqual({ rewrapped: 0, lost: 0 })
    expect(openVault(both).blindIndex('phone', '1')).toBe(old.blindIndex('phone', '1'))
  })

  it('says how many keys it could not open', async () => {
    await seal(owner(), 'x', openVault(masterKeysOf([OTHER])))
    await seal(owner(), 'x')
    const result = await rewrapDataKeys(world().database, masterKeysOf([NEW, OLD]))
    expect(result).toEqual({ rewrapped: 1, lost: 1 })
  })

  it('finds by the same index when the old one is gone, and says so where none opens it', async () => {
    const { database } = world()
    const started = async (...secrets: readonly Uint8Array[]) => {
      const masterKeys = masterKeysOf(secrets)
      const systemSecrets = systemSecretsOf(masterKeys)
      const indexKey = await keptIndexKey({ database, systemSecrets }, masterKeys.indexKey)
      return openVault({ ...masterKeys, indexKey })
    }
    // Two processes that start at once on a new database.
    const [first, second] = await Promise.all([started(OLD), started(OLD)])
    const who = owner()
    const sealed = await seal(who, '13800000000', first)
    const index = first.blindIndex('phone', '13800000000')
    expect(second.blindIndex('phone', '13800000000')).toBe(index)
    expect((await started(OLD, NEW)).blindIndex('phone', '13800000000')).toBe(index)
    await expect(started(NEW)).rejects.toThrow('不在 MASTER_KEYS 里')

    const both = masterKeysOf([NEW, OLD])
    await rewrapDataKeys(database, both)
    await resealIndexKey({ database, systemSecrets: systemSecretsOf(both) }, both.indexKey)
    const without = await started(NEW)
    expect(without.blindIndex('phone', '13800000000')).toBe(index)
    expect(await open(who, sealed, without)).toBe('13800000000')
    await expect(started(OLD)).rejects.toThrow(DatabaseSetupError)
  })

  it('seals the keys of access tokens anew', async () => {
    const { database, deps } = world()
    const before = { database, clock: deps.clock, systemSecrets: systemSecretsOf(masterKeysOf([OLD])) }
    const [key] = await readTokenKeys(before)
    if (key === undefined) throw new Error('no key')
    const after = { ...before, systemSecrets: systemSecretsOf(masterKeysOf([NEW])) }
    expect(() => openTokenKey(after, key)).toThrow('not given')
    const both = { database, systemSecrets: systemSecretsOf(masterKeysOf([NEW, OLD])) }
    expect(await resealTokenKeys(both)).toBe(1)
    const [again] = await readTokenKeys(after)
    if (again === undefined) throw new Error('no key')
    expect((await openTokenKey(after, again)).publicKey).toEqual(key.publicKey)
  })
})

describe('npm run rotate-master-key', () => {
  let programs = ''
  beforeAll(() => {
    programs = bundle(['../../bff/src/cli/rotate-master-key.ts'], freshPath('bundle'))
  })
  const encoded = (...secrets: readonly Uint8Array[]) =>
    secrets.map((bytes) => Buffer.from(bytes).toString('base64')).join(',')
  async function run(DATABASE_URL: string, MASTER_KEYS: string) {
    const child = spawn(process.execPath, [join(programs, 'rotate-master-key.js')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL, MASTER_KEYS },
    })
    const [out, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
    return { code, out, complaint }
  }

  it('says what it did, and what it could not', async () => {
    const [, onServer] = engines
    const settings = await onServer.settings()
    if (settings.engine !== 'server') throw new Error('not on a server')
    const database = await openDatabase(settings, quiet)
    await migrate(database, migrations)
    await database.transaction((transaction) => old.seal(transaction, { kind: 'person', id: randomUUID() }, PLACE, 'x'))
    await database.close()
    expect(await run(settings.url, encoded(NEW, OTHER))).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('还有 1 把数据钥匙'),
    })
    const done = await run(settings.url, encoded(NEW, OLD))
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('换好 1 把数据钥匙') })
    expect(done.out).toContain('旧的可以从 MASTER_KEYS 里去掉了')
    expect(done.out + done.complaint).not.toContain(encoded(OLD))
  })
})
