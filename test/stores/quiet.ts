import type { DatabaseWorld } from '@suanhui/bff/stores/database'

const nothing = (): void => undefined

/** A world in which the database speaks to nobody. */
export const quiet: DatabaseWorld = {
  log: { info: nothing, warn: nothing, error: nothing },
  elapsedMs: () => performance.now(),
}
