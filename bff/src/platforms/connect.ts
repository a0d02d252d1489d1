import { openCircuit } from './circuit'
import { type ClientWorld, openClient } from './client'
import { platformIds, registry } from './index'
import type { PlatformsSettings } from './settings'
import type { PlatformWorld } from './world'

type World = Omit<ClientWorld, 'circuit'> & { readonly elapsedMs: () => number }

/** Opens an adapter for each platform that has an address, with a circuit of its own. */
export function connectPlatforms(
  settings: PlatformsSettings,
  world: World,
  listeners: Pick<PlatformWorld, 'statusListeners' | 'writeListeners'>,
): PlatformWorld {
  const found = platformIds.flatMap((id) => {
    const one = settings[id]
    if (one === undefined) return []
    const circuit = openCircuit({ elapsedMs: world.elapsedMs })
    const client = openClient({ platform: id, url: one.url, secret: one.secret }, { ...world, circuit })
    return [{ id, platform: registry[id].open(client), key: one.verifying, circuit }]
  })
  return {
    connected: Object.fromEntries(found.map(({ id, platform }) => [id, platform])),
    keys: Object.fromEntries(found.map(({ id, key }) => [id, key])),
    circuits: Object.fromEntries(found.map(({ id, circuit }) => [id, circuit])),
    ...listeners,
  }
}
