import { randomUUID } from 'node:crypto'
import { openShanxiDispatch } from '@suanhui/bff/platforms/shanxi-dispatch/adapter'
import { SIGNATURE_HEADERS, type SigningSecret } from '@suanhui/bff/platforms/signing/key'
import { sign } from '@suanhui/bff/platforms/signing/sign'
import { addSubject } from '@suanhui/bff/stores/platforms'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { hmacPair, sm2Pair } from '../contract/platforms/signing-keys'
import { engines } from '../stores/engines'
import { servicesWorld } from './world'

const PATH = '/v1/platforms/shanxi-dispatch/events'
const PLATFORM_ID = 'JDQ2026000001'
const EVENT = {
  eventId: 'e1',
  type: 'status.changed',
  occurredAt: '2026-11-20T17:00:00Z',
  subject: { kind: 'voucher', id: PLATFORM_ID },
  sequence: 1,
  data: { status: 'CLAIMED', statusText: '已申领' },
}
const BODY = JSON.stringify(EVENT)
const { data, ...rest } = EVENT
const REORDERED = JSON.stringify({ data, ...rest })

const pairs = [
  ['HMAC-SHA256', hmacPair(9), hmacPair(1)],
  ['SM2 and SM3', sm2Pair(), sm2Pair()],
] as const

describe.each(engines)('a webhook on the $name database', (engine) => {
  describe.each(pairs)('signed with %s', (_, theirs, others) => {
    const world = servicesWorld(engine, () => ({
      platforms: {
        connected: { 'shanxi-dispatch': openShanxiDispatch({ call: async () => ({ result: 'unavailable' }) }) },
        keys: { 'shanxi-dispatch': theirs.verifying },
        statusListeners: [],
        writeListeners: [],
      },
    }))
    let subjectId = ''
    beforeEach(async () => {
      const companyId = await world().companyOf(await world().person())
      subjectId = randomUUID()
      await world().database.transaction(async (transaction) => {
        await addSubject(transaction, { id: subjectId, companyId, platform: 'shanxi-dispatch', kind: 'voucher' })
        await transaction
          .updateTable('platform_subjects')
          .set({ platform_id: PLATFORM_ID })
          .where('id', '=', subjectId)
          .execute()
      })
    })

    interface Posted {
      readonly secret?: SigningSecret
      readonly now?: Date
      readonly nonce?: string
      /** What goes over the wire instead of what was signed. */
      readonly body?: string
      readonly target?: string
      readonly headers?: Readonly<Record<string, string>>
    }
    const post = async (given: Posted = {}): Promise<number> => {
      const { secret = theirs.signing, now = world().clock.now, nonce = randomUUID(), target = PATH } = given
      const signed = sign({ method: 'POST', target, body: new TextEncoder().encode(BODY) }, secret, { now, nonce })
      const headers = { 'content-type': 'application/json', ...signed, ...given.headers }
      return (await world().app.request(PATH, { method: 'POST', body: given.body ?? BODY, headers })).status
    }
    const kept = async () =>
      (
        await sql<{ count: number }>`select count(*)::int as count from platform_events`.execute(
          world().database.queries,
        )
      ).rows[0]?.count
    const status = async () =>
      (
        await world()
          .database.queries.selectFrom('platform_subjects')
          .select('status')
          .where('id', '=', subjectId)
          .executeTakeFirstOrThrow()
      ).status

    it('is taken in when everything holds', async () => {
      expect(await post()).toBe(202)
      expect(await kept()).toBe(1)
      expect(await status()).toBe('claimed')
    })

    it('is taken in once: its nonce is used up', async () => {
      const nonce = randomUUID()
      expect(await post({ nonce })).toBe(202)
      expect(await post({ nonce })).toBe(409)
      expect(await kept()).toBe(1)
    })

    it('is taken in just inside the five minutes, early and late', async () => {
      const at = world().clock.now.getTime()
      expect(await post({ now: new Date(at - 300_000) })).toBe(202)
      expect(await post({ now: new Date(at + 300_000) })).toBe(202)
    })

    it.each([
      ['by another key', () => ({ secret: others.signing })],
      ['by a key that nobody knows', () => ({ secret: { ...theirs.signing, keyId: 'other' } })],
      ['with one more blank in its bytes', () => ({ body: `${BODY} ` })],
      ['with the same JSON written in another order', () => ({ body: REORDERED })],
      ['with another status in it', () => ({ body: BODY.replace('CLAIMED', 'REDEEMED') })],
      ['for another address', () => ({ target: '/v1/platforms/hunan-projects/events' })],
      ['more than five minutes ago', () => ({ now: new Date(world().clock.now.getTime() - 301_000) })],
      ['by a clock five minutes ahead', () => ({ now: new Date(world().clock.now.getTime() + 301_000) })],
      ['and its nonce changed', () => ({ headers: { [SIGNATURE_HEADERS.nonce]: randomUUID() } })],
      ['and its signature cut off', () => ({ headers: { [SIGNATURE_HEADERS.signature]: '' } })],
      ['and a signature of zeros', () => ({ headers: { [SIGNATURE_HEADERS.signature]: '0'.repeat(128) } })],
    ])('is refused, signed %s', async (_how, given) => {
      expect(await post(given())).toBe(401)
      expect(await kept()).toBe(0)
      expect(await status()).toBe('draft')
    })

    it('is refused when it names the other algorithm', async () => {
      const { verifying } = theirs
      // A public key is known to everybody: it must never work as a shared secret.
      const secret = verifying.algorithm === 'SM2-SM3' ? Buffer.from(verifying.publicKey, 'hex') : verifying.secret
      const asHmac = { algorithm: 'HMAC-SHA256', keyId: 'test', secret: new Uint8Array(secret) } as const
      const confused = verifying.algorithm === 'SM2-SM3' ? asHmac : others.signing
      const algorithm = verifying.algorithm === 'SM2-SM3' ? 'HMAC-SHA256' : 'SM2-SM3'
      expect(await post({ secret: confused, headers: { [SIGNATURE_HEADERS.algorithm]: algorithm } })).toBe(401)
      expect(await kept()).toBe(0)
    })
  })
})
