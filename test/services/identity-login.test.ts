import { TERMS_VERSION } from '@suanhui/bff/identity/lifetimes'
import { SignedInDevices, Tokens } from '@suanhui/shared/api'
import { describe, expect, it } from 'vitest'
import { errorOf } from '../contract/server'
import { engines } from '../stores/engines'
import { identityWorld, OTHER_PHONE, PHONE, signedInPerson } from './identity-world'
import { personAsking } from './world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe.each(engines)('signing in by phone on the $name database', (engine) => {
  const identity = identityWorld(engine)
  const { world, phones, post, codeOn, logIn, askingWith, meOf } = identity

  it('lets in who reads the code from the phone, and knows them again', async () => {
    const first = await logIn(PHONE)
    const me = await meOf(first.accessToken)
    expect(me).toMatchObject({ phoneMasked: '199****0001', hasWechat: false })
    world().clock.forward(MINUTE)
    expect((await meOf((await logIn('+86 199-0000 0001')).accessToken)).id).toBe(me.id)
    expect((await meOf((await logIn(OTHER_PHONE)).accessToken)).id).not.toBe(me.id)
  })

  it('keeps that they agreed to be served, with the wording and the moment, where they can see it', async () => {
    const { accessToken } = Tokens.parse(await logIn(PHONE))
    const person = personAsking(world().app, '', accessToken)
    const listed = async () => (await (await person.ask('GET', '/v1/me/consents')).json()).consents
    const at = world().clock.now.toISOString()
    expect(await listed()).toEqual([{ purpose: 'service', version: TERMS_VERSION, given: true, at }])
    world().clock.forward(1_000)
    await person.ask('PUT', '/v1/me/consents', { purpose: 'service', version: '2099-01', given: true })
    expect(await listed()).toMatchObject([{ purpose: 'service', version: '2099-01' }])
  })

  it('answers alike whether the number is known', async () => {
    await logIn(PHONE)
    world().clock.forward(MINUTE)
    const [known, unknown] = [
      await post('/v1/login/codes', { phone: PHONE }),
      await post('/v1/login/codes', { phone: OTHER_PHONE }),
    ]
    expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()])
    expect(known.status).toBe(202)
  })

  it.each([
    [{ phone: '12345', code: '123456', agreed: true }, 'phone'],
    [{ phone: PHONE, code: '12', agreed: true }, 'code'],
    [{ phone: PHONE, code: '123456', agreed: false }, 'agreed'],
    [{ phone: PHONE, code: '123456' }, 'agreed'],
  ])('refuses %j, naming %s', async (body, field) => {
    const refused = await post('/v1/login/phone', body)
    expect(refused.status).toBe(422)
    expect((await errorOf(refused)).fields?.map((one) => one.field)).toEqual([field])
  })

  it('gives five tries to a code, says how many are left, and then wants a new one', async () => {
    const code = await codeOn(PHONE)
    const wrong = code === '000000' ? '000001' : '000000'
    const tryCode = async (text: string) => {
      const answer = await post('/v1/login/phone', { phone: PHONE, code: text, agreed: true })
      return answer.status === 200 ? 'in' : ((await errorOf(answer)).fields?.[0]?.message ?? '')
    }
    for (const left of [4, 3, 2, 1]) expect(await tryCode(wrong)).toContain(`还可以再试${left}次`)
    expect(await tryCode(wrong)).toContain('作废')
    expect(await tryCode(code)).toContain('重新获取')
    world().clock.forward(MINUTE)
    expect(await tryCode(await codeOn(PHONE))).toBe('in')
  })

  it('counts guesses that come at once, each of them', async () => {
    const code = await codeOn(PHONE)
    const guesses = Array.from({ length: 12 }, (_, n) => String((Number(code) + n + 1) % 1_000_000).padStart(6, '0'))
    await Promise.all(guesses.map((guess) => post('/v1/login/phone', { phone: PHONE, code: guess, agreed: true })))
    expect((await post('/v1/login/phone', { phone: PHONE, code, agreed: true })).status).toBe(422)
  })

  it('takes a code once, for five minutes, for its own number, and the newest only', async () => {
    const enter = async (phone: string, code: string) =>
      (await post('/v1/login/phone', { phone, code, agreed: true })).status
    const old = await codeOn(PHONE)
    world().clock.forward(5 * MINUTE)
    expect(await enter(PHONE, old)).toBe(422)
    const first = await codeOn(PHONE)
    world().clock.forward(MINUTE)
    const second = await codeOn(PHONE)
    if (first !== second) expect(await enter(PHONE, first)).toBe(422)
    expect(await enter(OTHER_PHONE, second)).toBe(422)
    expect(await enter(PHONE, second)).toBe(200)
    expect(await enter(PHONE, second)).toBe(422)
  })

  it('sends a number 1 code a minute, 5 in any hour, 10 in any day', async () => {
    const sent: number[] = []
    for (let minute = 0; minute < 2 * 24 * 60; ) {
      const answer = await post('/v1/login/codes', { phone: PHONE })
      const waitMinutes = Math.ceil(Number(answer.headers.get('retry-after') ?? 60) / 60)
      if (answer.status === 202) sent.push(minute)
      else expect(answer.status).toBe(429)
      // Someone impatient, who asks more often than they are told to.
      const pause = Math.min(20, waitMinutes)
      minute += pause
      world().clock.forward(pause * MINUTE)
    }
    const within = (span: number) =>
      Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + span).length))
    expect(sent.slice(0, 3)).toEqual([0, 1, 2])
    expect(within(60)).toBeLessThanOrEqual(5)
    expect(within(24 * 60)).toBeLessThanOrEqual(10)
    expect(sent.length).toBeGreaterThan(12)
  })

  it('says in words and in seconds when to come again, and takes nothing for a refusal', async () => {
    await codeOn(PHONE)
    world().clock.forward(20_000)
    const refused = await post('/v1/login/codes', { phone: PHONE })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40'])
    expect((await errorOf(refused)).message).toContain('请过40秒再试')
    world().clock.forward(40_000)
    await codeOn(PHONE)
  })

  it('bounds what one network and what all together may ask for', async () => {
    const numbers = Array.from({ length: 61 }, (_, n) => `199${String(n + 100).padStart(8, '0')}`)
    const statuses: number[] = []
    for (const phone of numbers) statuses.push((await post('/v1/login/codes', { phone })).status)
    expect(statuses.filter((status) => status === 202)).toHaveLength(60)
    expect(statuses.at(-1)).toBe(429)
  })

  it.each([
    ['retry', 503],
    ['undeliverable', 422],
  ] as const)('says so where the vendor answers %s', async (outcome, status) => {
    phones.outcome = { outcome, reason: 'test' }
    const refused = await post('/v1/login/codes', { phone: PHONE })
    expect(refused.status).toBe(status)
    expect((await errorOf(refused)).message).toMatch(/短信/)
  })

  it('lists devices in words, ends one at once, and lets nobody end another person’s', async () => {
    const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0'
    const first = await logIn(PHONE, { 'user-agent': iphone })
    world().clock.forward(MINUTE)
    const second = await logIn(PHONE, { 'x-device': encodeURIComponent('办公室的电脑') })
    const me = askingWith(second.accessToken)
    const list = async () => SignedInDevices.parse(await (await me.ask('GET', '/v1/me/sessions')).json()).sessions
    expect((await list()).map(({ device, current }) => [device, current])).toEqual([
      ['办公室的电脑', true],
      ['苹果手机上的微信', false],
    ])
    const old = (await list())[1]?.id ?? ''
    const stranger = await signedInPerson(identity, OTHER_PHONE)
    expect((await stranger.ask('DELETE', `/v1/me/sessions/${old}`)).status).toBe(404)
    expect((await me.ask('DELETE', '/v1/me/sessions/nonsense')).status).toBe(404)
    expect((await askingWith(first.accessToken).ask('GET', '/v1/me')).status).toBe(200)
    expect((await me.ask('DELETE', `/v1/me/sessions/${old}`)).status).toBe(204)
    expect((await askingWith(first.accessToken).ask('GET', '/v1/me')).status).toBe(401)
    expect((await post('/v1/tokens', { refreshToken: first.refreshToken })).status).toBe(401)
    expect((await me.ask('POST', '/v1/logout')).status).toBe(204)
    expect((await me.ask('GET', '/v1/me')).status).toBe(401)
  })

  it.each([
    ['GET', '/v1/me'],
    ['GET', '/v1/me/sessions'],
    ['PUT', '/v1/me/phone'],
    ['POST', '/v1/logout'],
    ['DELETE', '/v1/me/sessions/00000000-0000-4000-8000-000000000000'],
  ])('%s %s is for people who signed in', async (method, path) => {
    expect((await world().app.request(path, { method })).status).toBe(401)
  })

  it('writes neither number, code nor token into the log or, but sealed, into the database', async () => {
    const { accessToken, refreshToken } = Tokens.parse(await logIn(PHONE))
    await meOf(accessToken)
    await post('/v1/tokens', { refreshToken })
    const code = phones.messages[0]?.values.code ?? 'none'
    const text = world().lines.join('')
    expect(text).toContain('answered')
    for (const secret of [PHONE, `"${code}"`, accessToken, refreshToken]) expect(text).not.toContain(secret)
    const { queries } = world().database
    const rows = JSON.stringify([
      await queries.selectFrom('person_phones').selectAll().execute(),
      await queries.selectFrom('login_codes').selectAll().execute(),
      await queries.selectFrom('refresh_tokens').selectAll().execute(),
      await queries.selectFrom('rate_limits').selectAll().execute(),
    ])
    for (const secret of [PHONE, refreshToken]) expect(rows).not.toContain(secret)
  })

  it('allows again after an hour what was too often', async () => {
    for (let n = 0; n < 3; n += 1) {
      await codeOn(PHONE)
      world().clock.forward(MINUTE)
    }
    expect((await post('/v1/login/codes', { phone: PHONE })).status).toBe(429)
    world().clock.forward(HOUR)
    await codeOn(PHONE)
  })
})
