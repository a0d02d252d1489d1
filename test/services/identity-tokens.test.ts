import { openKeyRing } from '@suanhui/bff/identity/key-ring'
import { rotateTokenKeys } from '@suanhui/bff/identity/token-keys'
import { sweepIdentity } from '@suanhui/bff/stores/identity-sweep'
import { PublicKeys, Tokens } from '@suanhui/shared/api'
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { identityWorld, PHONE, realTokens } from './identity-world'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

describe.each(engines)('tokens on the $name database', (engine) => {
  const { world, logIn, renew, askingWith, post } = identityWorld(engine)
  const status = async (token: string) => (await askingWith(token).ask('GET', '/v1/me')).status
  const renewed = async (refreshToken: string) => Tokens.parse(await (await renew(refreshToken)).json())
  const keys = async () => PublicKeys.parse(await (await world().app.request('/.well-known/jwks.json')).json()).keys
  const rotate = (atOnce = false) => rotateTokenKeys({ ...world().deps, clock: () => world().clock.now }, { atOnce })

  it('hold for ten minutes, and anyone can check them with the published keys', async () => {
    const { accessToken, expiresInSeconds } = await logIn(PHONE)
    expect(expiresInSeconds).toBe(600)
    const { protectedHeader, payload } = await jwtVerify(
      accessToken,
      createLocalJWKSet({ keys: [...(await keys())] }),
      {
        currentDate: world().clock.now,
      },
    )
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub'])
    world().clock.forward(599 * SECOND)
    expect(await status(accessToken)).toBe(200)
    world().clock.forward(SECOND)
    expect(await status(accessToken)).toBe(401)
  })

  it('are refused when anything about them is not ours', async () => {
    const { accessToken } = await logIn(PHONE)
    const { kid = '' } = decodeProtectedHeader(accessToken)
    const claims = decodeJwt(accessToken)
    const { privateKey } = await generateKeyPair('ES256')
    // Our own key, so that only the one thing under test is wrong.
    const { privateKey: ours } = await openKeyRing(world().deps).signingKey()
    const header = { alg: 'ES256', kid, typ: 'at+jwt' }
    const signed = (claimed: object, key = ours, head: typeof header & object = header) =>
      new SignJWT({ ...claims, ...claimed }).setProtectedHeader(head).sign(key)
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const [head, body, signature = ''] = accessToken.split('.')
    expect(await status(await signed({}))).toBe(200)
    const bad = {
      none: `${encoded({ ...header, alg: 'none' })}.${body}.`,
      hmacWithThePublicKey: await new SignJWT(claims)
        .setProtectedHeader({ ...header, alg: 'HS256' })
        .sign(Buffer.from(JSON.stringify((await keys()).at(-1)))),
      unknownKid: await signed({}, ours, { ...header, kid: 'nobody' }),
      anotherKey: await signed({}, privateKey),
      anotherType: await signed({}, ours, { ...header, typ: 'JWT' }),
      aud: await signed({ aud: 'other' }),
      iss: await signed({ iss: 'other' }),
      expired: await signed({ exp: Math.floor(world().clock.now.getTime() / 1000) - 1 }),
      noSession: await signed({ sid: undefined }),
      anotherSession: await signed({ sid: '00000000-0000-4000-8000-000000000000' }),
      anotherPerson: await signed({ sub: '00000000-0000-4000-8000-000000000000' }),
      tamperedBody: `${head}.${encoded({ ...claims, sub: 'x' })}.${signature}`,
      tamperedSignature: `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
      nonsense: 'abc',
    }
    const answers = await Promise.all(
      Object.entries(bad).map(async ([name, token]) => [name, await status(token)] as const),
    )
    expect(answers).toEqual(Object.keys(bad).map((name) => [name, 401]))
  })

  it('of the catalogue’s own key are none', async () => {
    const { accessToken } = await logIn(PHONE)
    const [catalogueKey] = await keys()
    const ring = openKeyRing(world().deps)
    expect(await ring.verificationKey(catalogueKey?.kid ?? '')).toBeUndefined()
    expect(await ring.verificationKey(decodeProtectedHeader(accessToken).kid ?? '')).toBeDefined()
  })

  it('are renewed for sixty days of rest and half a year in all', async () => {
    let { refreshToken } = await logIn(PHONE)
    for (let day = 0; day < 150; day += 50) {
      world().clock.forward(50 * DAY)
      refreshToken = (await renewed(refreshToken)).refreshToken
    }
    world().clock.forward(30 * DAY - SECOND)
    expect((await renew(refreshToken)).status).toBe(200)
    world().clock.forward(SECOND)
    expect((await renew(refreshToken)).status).toBe(401)
    const resting = await logIn(PHONE)
    world().clock.forward(60 * DAY)
    expect((await renew(resting.refreshToken)).status).toBe(401)
  })

  it('give the same successor to a phone that asks again within 20 seconds', async () => {
    const { refreshToken } = await logIn(PHONE)
    const next = await renewed(refreshToken)
    world().clock.forward(20 * SECOND)
    expect((await renewed(refreshToken)).refreshToken).toBe(next.refreshToken)
    expect(next.refreshToken).not.toBe(refreshToken)
    expect(await status(next.accessToken)).toBe(200)
  })

  it('used again later end the session for everyone who holds one, and no other session', async () => {
    const { refreshToken } = await logIn(PHONE)
    world().clock.forward(MINUTE)
    const other = await logIn(PHONE)
    const next = await renewed(refreshToken)
    world().clock.forward(20 * SECOND + 1)
    expect(await status(next.accessToken)).toBe(200)
    expect((await renew(refreshToken)).status).toBe(401)
    expect(await status(next.accessToken)).toBe(401)
    expect((await renew(next.refreshToken)).status).toBe(401)
    expect(await status(other.accessToken)).toBe(200)
    expect(world().lines.join('')).toContain('came twice')
  })

  it('asked for many times at once come out as one successor', async () => {
    const { refreshToken } = await logIn(PHONE)
    const answers = await Promise.all(Array.from({ length: 6 }, () => renewed(refreshToken)))
    expect(new Set(answers.map((one) => one.refreshToken)).size).toBe(1)
    const family = await world().database.queries.selectFrom('refresh_tokens').select('hash').execute()
    expect(family).toHaveLength(2)
    expect((await renew(answers[0]?.refreshToken ?? '')).status).toBe(200)
  })

  it('that nobody gave out are refused', async () => {
    expect((await renew('never')).status).toBe(401)
    expect((await post('/v1/tokens', {})).status).toBe(422)
  })

  it('are shared by processes; a session ended in one is out of the other within a minute', async () => {
    const { accessToken } = await logIn(PHONE)
    const { accessTokens: elsewhere } = realTokens(world().database, world().clock)
    expect(await elsewhere.identify(accessToken)).toMatchObject({ personId: decodeJwt(accessToken).sub })
    expect((await askingWith(accessToken).ask('POST', '/v1/logout')).status).toBe(204)
    expect(await status(accessToken)).toBe(401)
    world().clock.forward(MINUTE)
    expect(await elsewhere.identify(accessToken)).toBeUndefined()
  })

  it('change their key without anyone noticing: published first, used later, the old one kept', async () => {
    const before = await logIn(PHONE)
    const oldKid = decodeProtectedHeader(before.accessToken).kid
    const { kid } = await rotate()
    world().clock.forward(MINUTE)
    expect((await keys()).map((key) => key.kid)).toEqual(expect.arrayContaining([oldKid, kid]))
    const still = await logIn(PHONE)
    expect(decodeProtectedHeader(still.accessToken).kid).toBe(oldKid)
    world().clock.forward(9 * MINUTE)
    const after = await logIn(PHONE)
    expect(decodeProtectedHeader(after.accessToken).kid).toBe(kid)
    expect([await status(still.accessToken), await status(after.accessToken)]).toEqual([200, 200])
    world().clock.forward(20 * MINUTE)
    expect((await keys()).map((key) => key.kid)).not.toContain(oldKid)
  })

  it('of a key that leaked are refused within a minute, and those of its successor known at once', async () => {
    const { accessToken, refreshToken } = await logIn(PHONE)
    const { kid } = await rotate(true)
    world().clock.forward(MINUTE)
    expect(await status(accessToken)).toBe(401)
    const next = await renewed(refreshToken)
    expect(decodeProtectedHeader(next.accessToken).kid).toBe(kid)
    expect(await status(next.accessToken)).toBe(200)
  })

  it('name keys that a process learns of when it meets them, asking once a second', async () => {
    const { accessTokens: elsewhere } = realTokens(world().database, world().clock)
    const { accessToken } = await logIn(PHONE)
    expect(await elsewhere.identify(accessToken)).toBeDefined()
    await rotate(true)
    const fresh = realTokens(world().database, world().clock).accessTokens
    const caller = await elsewhere.identify(accessToken)
    const issued = caller && (await fresh.issue(caller))
    expect(await elsewhere.identify(issued?.accessToken ?? '')).toBeUndefined()
    world().clock.forward(SECOND)
    expect(await elsewhere.identify(issued?.accessToken ?? '')).toEqual(caller)
  })

  it('are forgotten a month after their session ended, and codes with them; live ones stay', async () => {
    await logIn(PHONE)
    const sweep = () => world().database.transaction((transaction) => sweepIdentity(transaction, world().clock.now))
    const left = async () => {
      const { queries } = world().database
      const sessions = await queries.selectFrom('sessions').select('id').execute()
      const tokens = await queries.selectFrom('refresh_tokens').select('hash').execute()
      const limits = await queries.selectFrom('rate_limits').select('key').execute()
      return [sessions.length, tokens.length, limits.length > 0]
    }
    await sweep()
    expect(await left()).toEqual([1, 1, true])
    world().clock.forward(60 * DAY)
    await sweep()
    expect(await left()).toEqual([1, 1, false])
    world().clock.forward(30 * DAY + 1)
    await sweep()
    expect(await left()).toEqual([0, 0, false])
  })

  it('keep their private keys sealed', async () => {
    await logIn(PHONE)
    const rows = JSON.stringify(await world().database.queries.selectFrom('token_keys').selectAll().execute())
    expect(rows).not.toContain('"d"')
    expect(rows).toContain('"kty"')
  })
})
