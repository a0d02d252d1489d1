import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { residentMbOf } from './drive'
import type { House } from './house'

const REST_S = 60

/** Resident memory of a server that nobody asked anything for a minute, with the database in its own process. */
export async function memoryAtRest(house: House): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'suanhui-rest-'))
  const server = await house.start({ DATABASE_URL: '', DATA_DIR: folder })
  try {
    await sleep(REST_S * 1000)
    return residentMbOf(server.pid)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
