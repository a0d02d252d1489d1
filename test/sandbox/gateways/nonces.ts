import { z } from 'zod'
import type { World } from '../world'

const Nonce = z.object({ until: z.number() })

/** Takes the nonce for so long; false where it was taken before. Older ones are forgotten. */
export function takeNonce({ journal, clock }: World, of: string, nonce: string, lifetimeMs: number): boolean {
  const nonces = journal.collection('nonces', Nonce)
  const id = `${of} ${nonce}`
  const now = clock().getTime()
  if ((nonces.get(id)?.until ?? 0) > now) return false
  journal.commit(() => {
    for (const [old, { until }] of nonces.entries().slice(0, 20)) if (until <= now) nonces.remove(old)
    nonces.put(id, { until: now + lifetimeMs })
  })
  return true
}
