import type { SmsMessage, SmsOutcome } from '@suanhui/bff/channels/sms/sms'
import type { Deps } from '@suanhui/bff/deps'
import { openAccessTokens } from '@suanhui/bff/identity/access-tokens'
import { openKeyRing } from '@suanhui/bff/identity/key-ring'
import type { Database } from '@suanhui/bff/stores/database'
import { masterKeysOf } from '@suanhui/bff/vault/master-keys'
import { systemSecretsOf } from '@suanhui/bff/vault/system-secrets'
import { Me, Tokens } from '@suanhui/shared/api'
import type { TestEngine } from '../stores/engines'
import { personAsking, type ServicesWorld, servicesWorld, type TestClock, type TestPerson } from './world'

/** Fictitious: this block of numbers is not given out. */
export const PHONE = '19900000001'
export const OTHER_PHONE = '19900000002'

export interface Phones {
  readonly messages: SmsMessage[]
  outcome: SmsOutcome
}

/** Real access tokens over the world's database and clock, as one process opens them. */
export function realTokens(database: Database, clock: TestClock) {
  const world = {
    database,
    clock: () => clock.now,
    // The ring's pauses go by the same clock that the test moves.
    elapsedMs: () => clock.now.getTime(),
    systemSecrets: systemSecretsOf(masterKeysOf([new Uint8Array(32).fill(7)])),
  }
  const accessTokens = openAccessTokens(openKeyRing(world), world)
  return { accessTokens, identify: accessTokens.identify, systemSecrets: world.systemSecrets }
}

/** The services' world with the real identity, and phones that receive what is sent. */
export function identityWorld(engine: TestEngine, given: () => Partial<Deps> = () => ({})) {
  const phones: Phones = { messages: [], outcome: { outcome: 'sent' } }
  const world = servicesWorld(engine, ({ database, clock }) => {
    phones.messages.length = 0
    phones.outcome = { outcome: 'sent' }
    const sms: Deps['sms'] = {
      async send(message) {
        phones.messages.push(message)
        return phones.outcome
      },
    }
    return { ...realTokens(database, clock), sms, ...given() }
  })
  return { world, phones, ...asking(world, phones) }
}

function asking(world: () => ServicesWorld, phones: Phones) {
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    world().app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  /** The code on the phone, after asking for one. */
  async function codeOn(phone: string): Promise<string> {
    const sent = await post('/v1/login/codes', { phone })
    if (sent.status !== 202) throw new Error(`no code: ${sent.status}`)
    return phones.messages.at(-1)?.values.code ?? ''
  }
  async function logIn(phone: string, headers: Readonly<Record<string, string>> = {}) {
    const code = await codeOn(phone)
    const answer = await post('/v1/login/phone', { phone, code, agreed: true }, headers)
    if (answer.status !== 200) throw new Error(`not let in: ${answer.status}`)
    return Tokens.parse(await answer.json())
  }
  const askingWith = (accessToken: string): TestPerson => personAsking(world().app, '', accessToken)
  const meOf = async (accessToken: string) =>
    Me.parse(await (await askingWith(accessToken).ask('GET', '/v1/me')).json())
  const renew = (refreshToken: string) => post('/v1/tokens', { refreshToken })
  return { post, codeOn, logIn, askingWith, meOf, renew }
}

/** Signs somebody new in by SMS, with a real token. */
export async function signedInPerson(
  { world, logIn, meOf }: ReturnType<typeof identityWorld>,
  phone: string = PHONE,
): Promise<TestPerson> {
  const { accessToken } = await logIn(phone)
  return personAsking(world().app, (await meOf(accessToken)).id, accessToken)
}
