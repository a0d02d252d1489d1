import type { Check } from './check'

/** Every check, in the order in which findings about one paper are told. To add one: its file, and a line here. */
export const checks: readonly Check[] = []
