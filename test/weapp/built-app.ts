export interface ComponentConfig {
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly navigationBarTitleText?: string
}

/** What the browser is told of a built mini-program. */
export interface BuiltApp {
  readonly window: Readonly<Record<string, unknown>>
  readonly pages: readonly string[]
  readonly configs: Readonly<Record<string, ComponentConfig>>
  /** CSS by path. */
  readonly styles: Readonly<Record<string, string>>
  readonly builtIn: readonly string[]
}
