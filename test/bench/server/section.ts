import { loadavg } from 'node:os'
import type { Findings, Options } from '../section'
import { crowds } from './crowd'
import { type House, openHouse } from './house'
import { type Mixed, mixedLoad } from './mixed'
import { newOwner, type Owner } from './owner'
import { profiles } from './profiles'
import { requestCosts } from './requests'
import { memoryAtRest } from './rest'
import { scaling } from './scaling'
import { scalingTable } from './scaling-tables'
import { crowdTable, goalTable, type Measured, mixedTable, profileTable, requestTable, troubleTable } from './tables'

interface World extends Options {
  readonly house: House
  readonly owner: Owner
  /** Stops the server that gave the owner their tokens: the last part has the machine to itself. */
  dismiss(): Promise<void>
}

/** What is measured, one after the other; `--parts=` names some of them. */
const PARTS: Readonly<Record<string, (world: World) => Promise<Measured>>> = {
  requests: async ({ house, owner, rounds, quick, say }) => ({
    requests: await requestCosts(house, owner, { rounds, requests: quick ? 2_000 : 15_000, say }),
  }),
  rest: async ({ house }) => ({ restMb: await memoryAtRest(house) }),
  scaling: async ({ house, owner, rounds, quick, say }) => ({
    // An even number: each of the two is alone as often as the other.
    two: await scaling(house, owner, {
      rounds: rounds + (rounds % 2),
      requests: quick ? 500 : 4_000,
      limitedMs: quick ? 2_000 : 6_000,
      say,
    }),
  }),
  crowd: async ({ house, quick }) => ({ crowd: await crowds(house, quick ? 2_000 : 10_000) }),
  profiles: async ({ house, owner, quick }) => {
    await owner.refresh()
    return { shares: await profiles(house, owner, quick ? 3_000 : 60_000) }
  },
  mixed: async ({ house, dismiss, quick, say }) => {
    await dismiss()
    return { mixed: await mixedLoad(house, { seconds: quick ? 20 : 600, say }) }
  },
}

const failuresOf = ({ requests, crowd = [], mixed }: Measured): readonly string[] => [
  ...(requests?.differences ?? []),
  ...crowd.flatMap(({ connections, failed }) =>
    failed > 0 ? [`${failed} requests of ${connections} connections had no proper answer`] : [],
  ),
  ...(mixed ? failedOf(mixed) : []),
]

function failedOf({ kinds, restart }: Mixed): readonly string[] {
  const lost = kinds.reduce((sum, { failed }) => sum + failed, 0)
  return [
    ...(lost > 0 ? [`${lost} requests of the mixed load failed`] : []),
    ...(restart.failed > 0 ? [`${restart.failed} requests of the rolling restart failed`] : []),
  ]
}

/** Runs the parts; one that breaks off does not take the others with it. */
async function measure(world: World, named: readonly string[]): Promise<{ measured: Measured; broken: string[] }> {
  const broken: string[] = []
  let measured: Measured = { load: loadavg()[0] ?? 0 }
  for (const [name, part] of Object.entries(PARTS)) {
    if (!named.includes(name)) continue
    world.say(name)
    try {
      measured = { ...measured, ...(await part(world)) }
    } catch (error) {
      broken.push(`${name} broke off: ${error instanceof Error ? error.message : error}`)
    }
  }
  return { measured, broken }
}

/** The server as people meet it: what a request costs, two processes, a crowd, ten minutes of everything. */
export async function server(options: Options): Promise<Findings> {
  const { parts = Object.keys(PARTS) } = options
  const unknown = parts.filter((part) => !(part in PARTS))
  if (unknown.length > 0) {
    return { tables: [], differences: [`no part ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}`] }
  }
  const house = await openHouse()
  try {
    // Stays, so that there is somebody to give new tokens.
    const first = await house.start()
    const owner = await newOwner(house.sandbox, first.url, 1)
    const dismiss = (): Promise<void> => {
      owner.hangUp()
      return first.stop()
    }
    const { measured, broken } = await measure({ ...options, house, owner, dismiss }, parts)
    await dismiss()
    const { requests, two, crowd, mixed, shares } = measured
    return {
      tables: [
        goalTable(measured),
        ...(requests ? [requestTable(requests)] : []),
        ...(two ? [scalingTable(two)] : []),
        ...(crowd ? [crowdTable(crowd)] : []),
        ...(mixed ? [mixedTable(mixed)] : []),
        ...(mixed && mixed.troubles.length > 0 ? [troubleTable(mixed.troubles)] : []),
        ...(shares ? [profileTable(shares)] : []),
      ],
      differences: [...failuresOf(measured), ...broken],
    }
  } finally {
    await house.close()
  }
}
