import type { PlatformWorld } from '../platforms/world'
import type { Registry } from './registry'

const STATES = { closed: 0, 'half-open': 1, open: 2 } as const

/** Which platforms are being held back from. */
export function watchPlatforms(registry: Registry, { circuits = {} }: PlatformWorld): void {
  registry.gauge(
    { name: 'suanhuitong_platform_circuit', help: '0 closed: calls go through; 1 one may try; 2 open: none does.' },
    () =>
      Object.entries(circuits).map(([platform, circuit]) => ({ labels: { platform }, value: STATES[circuit.state()] })),
  )
}
