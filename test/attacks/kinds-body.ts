import { BODY_LIMIT_BYTES } from '@suanhui/bff/middleware/json-body'
import { PART_BYTES } from '@suanhui/shared/api'
import { type Attack, type Attempt, JSON_TYPE, type Must } from './attack'
import { filled, hasJsonBody, type Route } from './route'
import { bearer, type Scene } from './scene'
import type { Asked } from './send'
import { deepList, deepObject, hostileTexts, hostileValues, MARK, mutants } from './values'

const asking = (route: Route, scene: Scene, given: Pick<Asked, 'body' | 'chunked' | 'headers'>): Asked => ({
  method: route.method,
  path: filled(route, scene.attacker.ids),
  ...given,
  headers: { ...JSON_TYPE, ...bearer(scene.attacker.tokens), ...given.headers },
})

/** The system's own routes look at the signature first. */
const orUnsigned = ({ row }: Route, statuses: readonly number[]): Must =>
  row.who === 'system' ? [...statuses, 401, 404, 422] : statuses

const broken = {
  nothing: '',
  'half of it': '{"a":',
  'two of them': '{}{}',
  words: 'DROP TABLE',
  'not a number': '{"a":NaN}',
  'single quotes': "{'a':1}",
  comment: '{"a":1/*x*/}',
  'trailing comma': '{"a":1,}',
  'bytes that are no text': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'UTF-16': Buffer.from('\ufeff{}', 'utf16le'),
  'a form': `a=1&b=${MARK}`,
} as const

const otherTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/xml',
  'application/json; charset=utf-16',
  'application/jsonp',
  'application/json, text/html',
  '',
]

const mutated = (route: Route, scene: Scene, sources: Readonly<Record<string, string>>): readonly Attempt[] =>
  Object.entries(sources).flatMap(([what, source]) =>
    mutants(route.row.body, source).map(({ at, text }) => ({
      what: `${what} at ${at}`,
      asked: asking(route, scene, { body: text }),
      must: 'bearable' as const,
    })),
  )

export const bodyAttacks: readonly Attack[] = [
  {
    name: 'with a body that is too large',
    on: (route) => hasJsonBody(route) || route.contract.bytes !== undefined,
    attempts(route, scene) {
      const json = hasJsonBody(route)
      const limit = json || route.row.who === 'system' ? BODY_LIMIT_BYTES : PART_BYTES
      const headers = json ? {} : { 'content-type': 'application/octet-stream' }
      const over = ' '.repeat(limit + 1)
      const must = orUnsigned(route, [413])
      return [
        { what: 'by one byte', asked: asking(route, scene, { body: over, headers }), must },
        { what: 'by one byte, in chunks', asked: asking(route, scene, { body: over, chunked: true, headers }), must },
        { what: 'ten times', asked: asking(route, scene, { body: over.repeat(10), headers }), must },
      ]
    },
  },
  {
    name: 'with a body that is no JSON',
    on: hasJsonBody,
    attempts: (route, scene) =>
      Object.entries(broken).map(([what, body]) => ({
        what,
        asked: asking(route, scene, { body }),
        must: orUnsigned(route, [400, 422]),
      })),
  },
  {
    name: 'with a body of another type',
    on: (route) => hasJsonBody(route) || route.contract.bytes !== undefined,
    attempts: (route, scene) => {
      const body = JSON.stringify(route.row.body ?? {})
      return [
        ...otherTypes.map((type) => ({
          what: `content-type ${type}`,
          asked: asking(route, scene, { body, headers: { 'content-type': type } }),
          must: orUnsigned(route, [415]),
        })),
        {
          what: 'packed',
          asked: asking(route, scene, { body, headers: { 'content-encoding': 'gzip' } }),
          must: orUnsigned(route, [415]),
        },
      ]
    },
  },
  {
    name: 'with keys of prototypes, and keys that nobody knows',
    on: hasJsonBody,
    attempts(route, scene) {
      const text = JSON.stringify(route.row.body)
      const added = (key: string): string =>
        text.startsWith('[') ? `[{${key}}]` : text === '{}' ? `{${key}}` : text.replace(/\}$/, `,${key}}`)
      return [
        '"__proto__":{"isAdmin":true}',
        '"constructor":{"prototype":{"isAdmin":true}}',
        '"hasOwnProperty":1,"toString":2',
        '"":1',
        `"${MARK}":1`,
        '"\\u0000":1',
        '"\\ud800":1',
        '"role":"owner","companyId":"00000000-0000-4000-8000-000000000000","personId":"x"',
      ].map((key) => ({
        what: key.slice(0, 30),
        asked: asking(route, scene, { body: added(key) }),
        must: 'bearable' as const,
      }))
    },
  },
  {
    name: 'with brackets inside each other',
    on: hasJsonBody,
    attempts: (route, scene) =>
      [deepList, deepObject].flatMap((deep) => [
        ...mutants(route.row.body, deep).map(({ at, text }) => ({
          what: `${deep.slice(0, 5)}… at ${at}`,
          asked: asking(route, scene, { body: text }),
          must: 'refused' as const,
        })),
      ]),
  },
  {
    name: 'with hostile text at every place of the body',
    on: hasJsonBody,
    attempts: (route, scene) => mutated(route, scene, hostileTexts),
  },
  {
    name: 'with hostile numbers and shapes at every place of the body',
    on: hasJsonBody,
    attempts: (route, scene) => mutated(route, scene, hostileValues),
  },
]
