import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerProcess, startServerProcess } from '../../e2e/whole'
import { sandboxEnvironment } from '../../sandbox/environment'
import { type Sandbox, startSandbox } from '../../sandbox/sandbox'
import { startObjectStore } from '../../services/object-store'
import { postgresBinaries } from '../../stores/postgres-binaries'
import { startPostgres } from '../../stores/postgres-server'
import { root } from '../program'

/** Everything around the servers: PostgreSQL, an object store, the sandbox. */
export interface House {
  readonly sandbox: Sandbox
  readonly databaseUrl: string
  /** PostgreSQL's first process. */
  readonly databasePid: number
  /** What a server is started with. */
  readonly variables: Readonly<Record<string, string>>
  start(more?: Readonly<Record<string, string>>, flags?: readonly string[]): Promise<ServerProcess>
  close(): Promise<void>
}

/** A new secret of 32 bytes; several processes must share theirs. */
const secret = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')

function build(): void {
  const run = (packageName: string): void => {
    execFileSync('npm', ['--prefix', packageName, 'run', '-s', 'build'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  run('bff')
  if (!existsSync(join(root, 'miniapp/dist/h5/index.html'))) run('miniapp')
}

export async function openHouse(): Promise<House> {
  build()
  const folder = mkdtempSync(join(tmpdir(), 'suanhui-bench-'))
  // PostgreSQL does not run as root: its own user has to get in.
  chmodSync(folder, 0o755)
  const postgres = await startPostgres(postgresBinaries(folder), join(folder, 'postgres'))
  const store = await startObjectStore()
  const sandbox = await startSandbox({ dataDir: folder })
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = store.settings
  const variables = {
    ...sandboxEnvironment(sandbox, {}),
    DATA_DIR: folder,
    DATABASE_URL: postgres.url('postgres'),
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
    MASTER_KEYS: secret(),
    // As in production: a line a request. The limits are those of one address; here it stands for many.
    LOG_LEVEL: 'info',
    RATE_LIMIT_PER_MINUTE: '9999999',
    // As the Dockerfile and the systemd unit have it.
    MALLOC_ARENA_MAX: '2',
  }
  return {
    sandbox,
    databaseUrl: postgres.url('postgres'),
    databasePid: postgres.pid(),
    variables,
    async start(more = {}, flags = []) {
      const server = await startServerProcess({ ...variables, ...more }, flags)
      sandbox.serve(server.url)
      return server
    },
    async close() {
      await sandbox.close()
      await store.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
