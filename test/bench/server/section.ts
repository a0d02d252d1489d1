import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Findings, Options } from '../section'
import { sharesByPart } from './cpu-profile'
import { crowds } from './crowd'
import { drive, residentMbOf } from './drive'
import { type House, openHouse } from './house'
import { mixedLoad } from './mixed'
import { newOwner, type Owner } from './owner'
import { MATCH, readBy, requestCosts } from './requests'
import { scaling } from './scaling'
import { crowdTable, goalTable, mixedTable, profileTable, requestTable } from './tables'

const REST_S = 60

/** Resident memory of a server that nobody asked anything for a minute, with the database in its own process. */
async function memoryAtRest(house: House): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'suanhui-rest-'))
  const server = await house.start({ DATABASE_URL: '', DATA_DIR: folder })
  await sleep(REST_S * 1000)
  const mb = residentMbOf(server.pid)
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  return mb
}

/** Where processor time goes, by part, for each of the two routes. */
async function profiles(house: House, owner: Owner, requests: number) {
  const shares: Record<string, readonly (readonly [string, number])[]> = {}
  for (const [name, request] of Object.entries({ match: MATCH, read: readBy(owner) })) {
    const folder = mkdtempSync(join(tmpdir(), 'suanhui-profile-'))
    const server = await house.start({}, ['--cpu-prof', `--cpu-prof-dir=${folder}`])
    await drive({ port: Number(new URL(server.url).port), request, connections: 32, requests })
    await server.stop()
    shares[name] = sharesByPart(folder)
    rmSync(folder, { recursive: true, force: true })
  }
  return shares
}

/** The server as people meet it: what a request costs, two processes, a crowd, ten minutes of everything. */
export async function server({ rounds, quick, say }: Options): Promise<Findings> {
  const house = await openHouse()
  try {
    const load = loadavg()[0] ?? 0
    // Stays, so that there is somebody to give new tokens.
    const first = await house.start()
    const owner = await newOwner(house.sandbox, first.url, 1)
    const requests = await requestCosts(house, owner, { rounds, requests: quick ? 2_000 : 15_000, say })
    await owner.refresh()
    say('memory at rest')
    const restMb = await memoryAtRest(house)
    say('two processes')
    const two = await scaling(house, { rounds, requests: quick ? 500 : 4_000 })
    say('a crowd')
    const crowd = await crowds(house, quick ? 2_000 : 10_000)
    say('profiles')
    const shares = await profiles(house, owner, quick ? 3_000 : 60_000)
    await first.stop()
    const mixed = await mixedLoad(house, { seconds: quick ? 20 : 600, say })
    const lost = mixed.kinds.reduce((sum, { failed }) => sum + failed, 0) + mixed.restart.failed
    return {
      tables: [
        goalTable({ requests, two, restMb, crowd, mixed, load }),
        requestTable(requests),
        crowdTable(crowd),
        mixedTable(mixed),
        profileTable(shares),
      ],
      differences: [
        ...requests.differences,
        ...(lost > 0 ? [`${lost} requests of the mixed load or the rolling restart failed`] : []),
        ...crowd.flatMap(({ failed }) => (failed > 0 ? [`${failed} requests of a crowd had no proper answer`] : [])),
      ],
    }
  } finally {
    await house.close()
  }
}
