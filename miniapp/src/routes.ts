/** A page: where it lies, in which package of the mini-program, and what its address may carry. */
export interface Route {
  readonly path: string
  /** `main`, or the root folder of a sub-package. */
  readonly package: 'main' | 'pages/matcher' | 'pages/library'
  readonly params?: readonly string[]
}

/** Every page, by name. app.config.ts is made from this table; a new page is its folder and one line here. */
export const routes = {
  start: { path: 'pages/start/index', package: 'main' },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
