import { afterAll, beforeAll } from 'vitest'
import { openTargets, type Targets } from './open-targets'

export { type OpenSurface, refusalsOf } from './open-targets'

/** Both targets over one server, for the tests of one file. */
export function bothTargets() {
  let targets: Targets
  beforeAll(async () => {
    targets = await openTargets()
  })
  afterAll(() => targets?.close())
  const open: Targets['open'] = (target, options, on) => targets.open(target, options, on)
  return { open, serverUrl: () => targets.serverUrl }
}
