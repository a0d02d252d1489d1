import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
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

/** Once for all tests of the stores: a server, and an empty embedded database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'suanhuitong-stores-'))
  // The user that PostgreSQL runs as has to get in.
  chmodSync(scratch, 0o755)
  const postgresBin = postgresBinaries(scratch)
  const template = join(scratch, 'template', 'database')
  const [server] = await Promise.all([
    startPostgres(postgresBin, join(scratch, 'server')),
    openDatabase({ engine: 'embedded', directory: template }, quiet).then((database) => database.close()),
  ])
  project.provide('stores', { scratch, template, postgresBin, server: server.url('postgres') })
  return async () => {
    await server.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
