import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharesByPart } from './cpu-profile'
import { drive } from './drive'
import type { House } from './house'
import type { Owner } from './owner'
import { MATCH, readBy } from './requests'

/** By route: the parts of the server with their shares of its processor time. */
export type Shares = Readonly<Record<string, readonly (readonly [string, number])[]>>

/** Where processor time goes, by part, for each of the two routes. */
export async function profiles(house: House, owner: Owner, requests: number): Promise<Shares> {
  const shares: Record<string, Shares[string]> = {}
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
