import { type Attack, type Attempt, JSON_TYPE } from './attack'
import { filled, isGuarded, routesOf } from './route'
import { bearer } from './scene'
import { MARK } from './values'

/** Ids that are none. Those with dots may be read as another path: then whatever stands there answers. */
const badIds = {
  'up one': '..',
  'up one, encoded': '%2e%2e',
  'up and away': '..%2f..%2f..%2fetc%2fpasswd',
  'encoded twice': '%252e%252e%252f',
  backslash: '..%5c..%5c',
  'nul byte': 'a%00b',
  'half a character': '%E0%A4',
  'not an encoding': '%zz',
  'overlong slash': '%c0%af',
  'very long': 'a'.repeat(6_000),
  sql: `1'%20or%201=1--${MARK}`,
  html: `%3Cscript%3E${MARK}%3C%2Fscript%3E`,
  'line breaks': 'a%0d%0aX-Injected:%20x',
  prototype: '__proto__',
  constructor: 'constructor',
  number: '9'.repeat(400),
  'capital uuid': '00000000-0000-4000-8000-00000000000G',
  'uuid in braces': '%7B00000000-0000-4000-8000-000000000000%7D',
  'two uuids': '00000000-0000-4000-8000-000000000000,00000000-0000-4000-8000-000000000001',
  emoji: '%F0%9F%92%A5',
  wildcard: '*',
  matrix: ';jsessionid=1',
} as const

const DOTS: readonly string[] = ['..', '%2e%2e']

const queries = {
  prototype: '__proto__[isAdmin]=1&constructor.prototype.isAdmin=1',
  'many times': 'page=0&page=1&page=2&cursor=1&cursor=2',
  'nul byte': 'cursor=%00&receipt=%00&page=%00&asOf=%00&platform=%00',
  'not an encoding': 'cursor=%zz&receipt=%E0%A4&page=%',
  'very long': `receipt=${'a'.repeat(7_000)}`,
  sql: `cursor=1'%20or%201=1--&kind=${MARK}`,
  html: `receipt=%3Cscript%3E${MARK}%3C%2Fscript%3E&q=%3Cscript%3E`,
  'huge numbers': 'cursor=9999999999999999&page=999&limit=1e400&before=-1',
  'past all integers': 'cursor=9007199254740993&page=00&limit=99999999999999999999',
  'very many': Array.from({ length: 800 }, (_, n) => `k${n}=1`).join('&'),
} as const

const strangeHeaders = {
  'request id with line breaks': { 'x-request-id': 'abc%0d%0aX-Injected: x' },
  'request id too long': { 'x-request-id': 'a'.repeat(5_000) },
  'idempotency key': { 'idempotency-key': `<script>${MARK}` },
  'device name that is no encoding': { 'x-device': '%E0%A4%A' },
  'device name with line breaks': { 'x-device': '%0d%0aX-Injected:%20x' },
  'another method': { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' },
  'another address': { 'x-original-url': '/v1/me', 'x-rewrite-url': '/v1/me', 'x-forwarded-host': 'evil.test' },
  'another client': { 'x-forwarded-for': `127.0.0.1, ${MARK}`, 'x-real-ip': '127.0.0.1' },
  encodings: { 'accept-encoding': 'gzip;q=0, br;q=abc, *;q=9'.repeat(100) },
  etags: { 'if-none-match': '"a",'.repeat(2_000) },
  ranges: { range: 'bytes=0-,0-,0-,0-,0-', 'if-range': '"x"' },
  types: { accept: 'text/html, */*;q=0.1' },
  host: { host: 'evil.test' },
  'expect more': { te: 'trailers', connection: 'close, x-request-id' },
  cookies: { cookie: `session=${MARK}; __proto__=1` },
} as const

/** What `fetch` knows to be asked; TRACE and CONNECT never get to the routes. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'PURGE']

export const addressAttacks: readonly Attack[] = [
  {
    name: 'with ids that are none',
    on: ({ params }) => params.length > 0,
    attempts: (route, scene) =>
      route.params.flatMap((name) =>
        Object.entries(badIds).map(([what, id]): Attempt => {
          const { row, method } = route
          return {
            what: `${name}: ${what}`,
            asked: {
              method,
              path: filled(route, { ...scene.attacker.ids, [name]: id }),
              ...(row.body !== undefined && { body: JSON.stringify(row.body) }),
              headers: {
                ...(row.body !== undefined && JSON_TYPE),
                ...(route.contract.bytes && { 'content-type': 'application/octet-stream' }),
                ...bearer(scene.attacker.tokens),
              },
            },
            must: DOTS.includes(id) ? 'bearable' : 'refused',
          }
        }),
      ),
  },
  {
    name: 'with a method that is not served',
    on: () => true,
    attempts: (route, scene) => {
      const path = filled(route, scene.attacker.ids)
      // Another route may take the same address for one of its ids.
      const served = new Set(
        routesOf(scene.app)
          .filter((other) => new RegExp(`^${other.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
          .map(({ method }) => method),
      ).add(route.method)
      return METHODS.filter((method) => !served.has(method)).map((method) => ({
        what: method,
        asked: { method, path, headers: bearer(scene.attacker.tokens) },
        must: [405],
      }))
    },
  },
  {
    name: 'with a query that nobody asked for',
    on: ({ row }) => !row.ends,
    attempts: (route, scene) =>
      Object.entries(queries).map(([what, query]) => ({
        what,
        asked: {
          method: route.method,
          path: `${filled(route, scene.attacker.ids)}?${query}`,
          headers: bearer(scene.attacker.tokens),
        },
        must: 'bearable' as const,
      })),
  },
  {
    name: 'with headers that say too much',
    on: ({ row }) => !row.ends,
    attempts: (route, scene) =>
      Object.entries(strangeHeaders).map(([what, headers]) => ({
        what,
        asked: {
          method: route.method,
          path: filled(route, scene.attacker.ids),
          ...(route.row.body !== undefined && { body: JSON.stringify(route.row.body) }),
          headers: {
            ...(route.row.body !== undefined && JSON_TYPE),
            ...(isGuarded(route) && bearer(scene.attacker.tokens)),
            ...headers,
          },
        },
        must: 'bearable' as const,
      })),
  },
]
