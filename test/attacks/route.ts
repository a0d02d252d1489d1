import type { createApp } from '@suanhui/bff/app'
import { type Contract, contracts } from '@suanhui/shared/api'
import { catalogue } from '@suanhui/shared/policies'
import { type RouteRow, table } from './table'

/** A route that is served, with what the attacks know of it. */
export interface Route {
  /** As the table writes it: `GET /v1/measures/{id}`. */
  readonly key: string
  readonly method: string
  readonly path: string
  readonly params: readonly string[]
  readonly contract: Contract
  readonly row: RouteRow
}

/** Hono's `:id{.+}` as the contracts write it. */
const documented = (path: string): string => path.replace(/:(\w+)(\{[^}]+\})?/g, '{$1}')

/** What the app itself says it serves, each once. */
export function served(app: ReturnType<typeof createApp>): readonly string[] {
  const keys = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/*')
    .map(({ method, path }) => `${method} ${documented(path)}`)
  return [...new Set(keys)].sort()
}

/** What every request passes: what is counted, and the page. */
const PASSED: readonly string[] = ['/*', '/v1/*', '*']

/** Addresses that answer any method: none but those of routes, where the other methods are refused. */
export function servedBesides(app: ReturnType<typeof createApp>): readonly string[] {
  const known = new Set([...PASSED, ...app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path)])
  return [...new Set(app.routes.map(({ path }) => path))].filter((path) => !known.has(path))
}

const byKey = new Map(
  contracts(catalogue).map((contract) => [`${contract.method.toUpperCase()} ${contract.path}`, contract]),
)

/** What is served, has a contract and stands in the table; that nothing is missing there, a test of its own holds. */
export const routesOf = (app: ReturnType<typeof createApp>): readonly Route[] =>
  served(app)
    .flatMap((key): readonly Route[] => {
      const [method = '', path = ''] = key.split(' ')
      const contract = byKey.get(key)
      const row = table[key]
      if (contract === undefined || row === undefined) return []
      const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
      return [{ key, method, path, params, contract, row }]
    })
    // Whoever ends something has nothing to attack with afterwards.
    .sort((a, b) => Number(a.row.ends ?? false) - Number(b.row.ends ?? false))

export type Ids = Readonly<Record<string, string>>

/** The path with ids in it. @throws where no id goes by that name: the scene has to know each. */
export const filled = ({ key, path }: Route, ids: Ids): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`${key}: the scene has no ${name}`)
    return id
  })

export const hasJsonBody = ({ contract }: Route): boolean => contract.body !== undefined
export const isGuarded = ({ row }: Route): boolean => row.who !== 'public' && row.who !== 'system'
