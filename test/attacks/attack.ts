import type { Route } from './route'
import type { Scene } from './scene'
import type { Asked } from './send'

/** What an attempt must get: one of these statuses, any refusal (4xx), or any answer that is bearable. */
export type Must = readonly number[] | 'refused' | 'bearable'

export interface Attempt {
  /** In words for whoever reads that it failed. */
  readonly what: string
  readonly asked: Asked
  readonly must: Must
}

/** One kind of attack, on every route that it can be made on. */
export interface Attack {
  readonly name: string
  readonly on: (route: Route) => boolean
  readonly attempts: (route: Route, scene: Scene) => Promise<readonly Attempt[]> | readonly Attempt[]
}

export const JSON_TYPE = { 'content-type': 'application/json' } as const
