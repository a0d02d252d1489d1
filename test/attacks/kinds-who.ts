import { openKeyRing } from '@suanhui/bff/identity/key-ring'
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose'
import { type Attack, type Attempt, JSON_TYPE } from './attack'
import { filled, isGuarded, type Route } from './route'
import { bearer, type Scene } from './scene'
import { send } from './send'
import { NOBODY } from './table'

/** A request that is right in everything but who asks. */
const wellFormed = (route: Route, scene: Scene, side: 'victim' | 'attacker' = 'attacker') => ({
  method: route.method,
  path: filled(route, scene[side].ids),
  ...(route.row.body !== undefined && { body: JSON.stringify(route.row.body) }),
  headers: route.row.body === undefined ? {} : JSON_TYPE,
})

/** Access tokens that somebody made, or that were good once. Each is wrong in one thing only. */
async function badTokens({ deps, clock, attacker }: Scene): Promise<Readonly<Record<string, string>>> {
  const { accessToken, refreshToken } = attacker.tokens
  const { kid = '' } = decodeProtectedHeader(accessToken)
  const claims = decodeJwt(accessToken)
  const { privateKey: theirs } = await generateKeyPair('ES256')
  const { privateKey: ours } = await openKeyRing({ ...deps, elapsedMs: () => 0 }).signingKey()
  const header = { alg: 'ES256', kid, typ: 'at+jwt' }
  const signed = (claimed: object, key = ours, head: typeof header & object = header) =>
    new SignJWT({ ...claims, ...claimed }).setProtectedHeader(head).sign(key)
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const [head, payload, signature = ''] = accessToken.split('.')
  return {
    'alg none': `${encoded({ ...header, alg: 'none' })}.${payload}.`,
    'alg None with our signature': `${encoded({ ...header, alg: 'None' })}.${payload}.${signature}`,
    'hmac with a key of their own': await new SignJWT(claims)
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(new Uint8Array(32)),
    'another key': await signed({}, theirs),
    'a key in the token': await signed({}, theirs, { ...header, ...{ jwk: { kty: 'EC' }, jku: 'http://127.0.0.1/' } }),
    'another audience': await signed({ aud: 'other' }),
    'another issuer': await signed({ iss: 'other' }),
    expired: await signed({ exp: Math.floor(clock.now.getTime() / 1000) - 1 }),
    'no end': await signed({ exp: undefined }),
    'tampered claims': `${head}.${encoded({ ...claims, sub: '00000000-0000-4000-8000-000000000000' })}.${signature}`,
    'tampered signature': `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    'no signature': `${head}.${payload}.`,
    'a refresh token': refreshToken,
    'no token at all': 'x',
    'too long': 'a'.repeat(5_000),
  }
}

/** Parts of a path that belong to nobody. */
const OPEN_TO_ALL = ['part', 'file', 'creditCode']

export const whoAttacks: readonly Attack[] = [
  {
    name: 'without a token',
    on: isGuarded,
    attempts: (route, scene) => [
      { what: 'nothing', asked: wellFormed(route, scene), must: [401] },
      ...['Bearer', 'Bearer ', 'Basic dXNlcjpwYXNz', 'bearer x', 'Bearer a b', 'Bearer null', ','].map(
        (authorization) => ({
          what: `authorization: ${authorization}`,
          asked: (() => {
            const asked = wellFormed(route, scene)
            return { ...asked, headers: { ...asked.headers, authorization } }
          })(),
          must: [401],
        }),
      ),
    ],
  },
  {
    name: 'with a token that is not ours, or not theirs, or not any more',
    on: isGuarded,
    attempts: async (route, scene) =>
      Object.entries(await badTokens(scene)).map(([what, token]): Attempt => {
        const asked = wellFormed(route, scene)
        return {
          what,
          asked: { ...asked, headers: { ...asked.headers, authorization: `Bearer ${token}` } },
          must: [401],
        }
      }),
  },
  {
    name: 'as another system without its signature',
    on: ({ row }) => row.who === 'system',
    attempts: (route, scene) => [
      { what: 'nothing', asked: wellFormed(route, scene), must: 'refused' },
      {
        what: 'the token of a person',
        asked: { ...wellFormed(route, scene), headers: { ...JSON_TYPE, ...bearer(scene.attacker.tokens) } },
        must: 'refused',
      },
    ],
  },
  {
    name: "with somebody else's ids, and none of it shows that they exist",
    on: (route) => isGuarded(route) && route.params.some((name) => !OPEN_TO_ALL.includes(name)),
    attempts(route, scene) {
      const { attacker, victim } = scene
      const ask = (what: string, ids: Readonly<Record<string, string>>): Attempt => ({
        what,
        asked: {
          ...wellFormed(route, scene),
          path: filled(route, ids),
          headers: { ...(route.row.body === undefined ? {} : JSON_TYPE), ...bearer(attacker.tokens) },
          ...(route.contract.bytes && {
            headers: { 'content-type': 'application/octet-stream', ...bearer(attacker.tokens) },
          }),
        },
        // An invitation is for whoever holds it: it is the secret, and no id.
        must: route.params.includes('token') ? 'bearable' : [404],
      })
      const own = route.params.includes('companyId') && route.params.length > 1
      return [
        ...(route.params.includes('token') ? [] : [ask('all of them theirs', victim.ids)]),
        ...(own ? [ask('in a company of our own', { ...victim.ids, companyId: attacker.ids.companyId ?? '' })] : []),
        ...(own ? [ask('our thing in their company', { ...attacker.ids, companyId: victim.ids.companyId ?? '' })] : []),
      ]
    },
  },
  {
    name: 'as somebody who works there, on what only its owner may do',
    on: ({ row }) => row.who === 'owner',
    attempts: (route, scene) => [
      {
        what: 'not the owner',
        asked: { ...wellFormed(route, scene), headers: { ...JSON_TYPE, ...bearer(scene.agent) } },
        must: [403],
      },
    ],
  },
  {
    name: "with somebody else's ids inside the body",
    on: (route) => isGuarded(route) && JSON.stringify(route.row.body ?? '').includes(NOBODY),
    async attempts(route, scene) {
      const { victim } = scene
      const asking = (id: string) => ({
        ...wellFormed(route, scene),
        body: JSON.stringify(route.row.body).replaceAll(NOBODY, id),
        headers: { ...JSON_TYPE, ...bearer(scene.attacker.tokens) },
      })
      // Whatever is there, it gets the answer that nothing gets.
      const { status } = await send(scene.url, asking(NOBODY))
      return ['paperId', 'fileId', 'companyId', 'submissionId'].map((name) => ({
        what: `${name} of theirs`,
        asked: asking(victim.ids[name] ?? ''),
        must: status >= 400 && status < 500 ? [status] : 'refused',
      }))
    },
  },
]
