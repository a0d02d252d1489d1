import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@suanhui/bff/stores/database'
import type { TestProject } from 'vitest/node'
import { postgresBinaries } from './postgres-binaries'
import { startPostgres } from './postgres-server'
import { quiet } from './quiet'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly stores: {
      /** Removed when all tests are over. */
      readonly scratch: string
      /** An empty embedded database, closed: making one takes seconds, copying it does not. */
      readonly template: string
      readonly postgresBin: string
      /** `postgres://…/postgres` of the server that the tests share. */
      readonly server: string
    }
  }
}

const MEMORY = '/dev/shm'
const NEEDED_BYTES = 4 * 1024 ** 3

/**
 * In memory, where there is enough of it: a hundred tests wait for a disk at every commit. What a power cut leaves is
 * simulated, and what a kill leaves does not depend on the disk.
 */
function scratchPlace(): string {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= NEEDED_BYTES ? MEMORY : tmpdir()
}

/** Once for all tests of the stores: a server, and an empty embedded database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(scratchPlace(), 'suanhuitong-stores-'))
  // Memory may not hold programs.
  const programs = mkdtempSync(join(tmpdir(), 'suanhuitong-postgres-'))
  // The user that PostgreSQL runs as has to get in.
  for (const folder of [scratch, programs]) chmodSync(folder, 0o755)
  const postgresBin = postgresBinaries(programs)
  const template = join(scratch, 'template', 'database')
  const [server] = await Promise.all([
    startPostgres(postgresBin, join(scratch, 'server')),
    openDatabase({ engine: 'embedded', directory: template }, quiet).then((database) => database.close()),
  ])
  project.provide('stores', { scratch, template, postgresBin, server: server.url('postgres') })
  return async () => {
    await server.stop()
    for (const folder of [scratch, programs]) rmSync(folder, { recursive: true, force: true })
  }
}
