import { randomUUID } from 'node:crypto'
import { masterKeysOf } from '@suanhui/bff/vault/master-keys'
import { openVault } from '@suanhui/bff/vault/open-vault'
import { KeyDestroyedError } from '@suanhui/bff/vault/vault'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { servicesWorld } from './world'

const secret = (fill: number) => new Uint8Array(32).fill(fill)
const PLACE = { table: 'people', column: 'name', row: '1' }

describe.each(engines)('the vault on the $name database', (engine) => {
  const world = servicesWorld(engine)
  const vault = openVault(masterKeysOf([secret(1)]))
  const owner = () => ({ kind: 'person', id: randomUUID() }) as const
  const seal = (who: ReturnType<typeof owner>, text: string, by = vault) =>
    world().database.transaction((transaction) => by.seal(transaction, who, PLACE, text))
  const open = (who: ReturnType<typeof owner>, sealed: string, place = PLACE, by = vault) =>
    by.open(world().database.queries, who, place, sealed)

  it('opens what it sealed, and seals the same text differently each time', async () => {
    const who = owner()
    const [one, other] = [await seal(who, '张测试'), await seal(who, '张测试')]
    expect(one).not.toBe(other)
    expect(one).not.toContain('张')
    expect(await open(who, one)).toBe('张测试')
  })

  it('opens nothing in another place, for another person, or changed', async () => {
    const [who, someone] = [owner(), owner()]
    const sealed = await seal(who, 'x')
    await seal(someone, 'y')
    await expect(open(who, sealed, { ...PLACE, row: '2' })).rejects.toThrow()
    await expect(open(who, sealed, { ...PLACE, column: 'phone' })).rejects.toThrow()
    await expect(open(someone, sealed)).rejects.toThrow()
    await expect(open(who, `${sealed.slice(0, -2)}AA`)).rejects.toThrow()
    await expect(open(who, 'AAAA')).rejects.toThrow()
  })

  it('opens nothing once the key was destroyed, and makes no new one', async () => {
    const who = owner()
    const sealed = await seal(who, 'x')
    await world().database.transaction((transaction) => vault.destroyKey(transaction, who))
    await expect(open(who, sealed)).rejects.toThrow(KeyDestroyedError)
    await expect(seal(who, 'y')).rejects.toThrow(KeyDestroyedError)
  })

  it('opens old texts after the master key was changed, and finds by the same index', async () => {
    const who = owner()
    const sealed = await seal(who, 'x')
    const rotated = openVault(masterKeysOf([secret(2), secret(1)]))
    expect(await open(who, sealed, PLACE, rotated)).toBe('x')
    expect(rotated.blindIndex('phone', '13800000000')).toBe(vault.blindIndex('phone', '13800000000'))
    const later = owner()
    const sealedLater = await seal(later, 'y', rotated)
    await expect(open(later, sealedLater)).rejects.toThrow('not given')
  })

  it('two that make a key at once agree on one', async () => {
    const who = owner()
    const sealed = await Promise.all([1, 2, 3, 4].map((n) => seal(who, `text ${n}`)))
    expect(await Promise.all(sealed.map((one) => open(who, one)))).toEqual(['text 1', 'text 2', 'text 3', 'text 4'])
  })
})
