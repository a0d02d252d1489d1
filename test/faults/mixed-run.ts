import { setTimeout as sleep } from 'node:timers/promises'
import { casesIn } from '../sandbox/platforms/case'
import { until } from './client'
import { type Ledger, openLedger } from './ledger'
import { Owner, openBarrier } from './owner'
import type { Scene } from './scene'

/** Owners who write, upload and submit without end, and a reviewer who passes what arrives. */
export interface MixedRun {
  readonly ledger: Ledger
  readonly owners: readonly Owner[]
  /** Everybody stops, everything promised is read back, everybody goes on. */
  check(all: boolean): Promise<readonly string[]>
  /** Stops for good, and waits until what is on its way has arrived. */
  settle(): Promise<void>
  /** An owner whom something other than a fault stopped. */
  readonly failed: () => Error | undefined
}

const PHONE = 13_800_001_000

/** The city passes, then the province; by the desk's own way in. */
async function review({ sandbox }: Scene): Promise<void> {
  const waiting = casesIn(sandbox.world.journal)
    .all()
    .filter(({ state, kind }) => kind === 'registration' && ['city_review', 'province_review'].includes(state))
  for (const { id, state } of waiting.slice(0, 2)) {
    const [seat, action] = state === 'city_review' ? ['city-industry', 'city-pass'] : ['province', 'province-pass']
    await fetch(`${sandbox.url}/desk/api/cases/${id}/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ seat }),
    }).catch(() => undefined)
  }
}

export interface MixedSettings {
  readonly people?: number
  readonly mostCompanies?: number
}

export async function startMixedRun(
  scene: Scene,
  { people = 4, mostCompanies = 8 }: MixedSettings = {},
): Promise<MixedRun> {
  const ledger = openLedger()
  const clients = Array.from({ length: people }, (_, index) => scene.client(String(PHONE + index)))
  for (const client of clients) await client.signIn()
  let over = false
  let failed: Error | undefined
  let present = clients.length
  const barrier = openBarrier(() => present)
  const owners = clients.map((client) => new Owner(client, ledger, () => barrier.pass(), mostCompanies))

  async function live(owner: Owner): Promise<void> {
    try {
      while (!over) {
        await owner.turn()
        await barrier.pass()
      }
    } catch (error) {
      failed ??= error instanceof Error ? error : new Error(String(error))
    } finally {
      present -= 1
    }
  }
  const lives = owners.map(live)
  const reviewing = (async () => {
    while (!over) {
      await review(scene)
      await sleep(150)
    }
  })()

  return {
    ledger,
    owners,
    failed: () => failed,
    async check(all) {
      await barrier.lower()
      const { lost } = await ledger.check(all)
      barrier.lift()
      return lost
    },
    async settle() {
      over = true
      barrier.lift()
      await Promise.all([...lives, reviewing])
      const cases = () =>
        casesIn(scene.sandbox.world.journal)
          .all()
          .filter(({ kind }) => kind === 'registration')
      const sent = owners.reduce((sum, { registered }) => sum + registered.length, 0)
      await until('every registration is at the platform', () => cases().length >= sent, 300_000)
      await until('nothing waits for the server', () => scene.sandbox.world.outbox.waiting().length === 0, 90_000)
      // What the last news means is told by jobs of a second or two.
      await sleep(3_000)
    },
  }
}
