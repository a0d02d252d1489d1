import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxEnvironment } from '../sandbox/environment'
import { type Sandbox, startSandbox } from '../sandbox/sandbox'
import { postgresBinaries } from '../stores/postgres-binaries'
import { type PostgresServer, startPostgres } from '../stores/postgres-server'
import { type Client, clientOf } from './client'
import { type Gate, openGate } from './gate'
import { freePort, type Product, type ProductSettings, startProduct } from './product'

export type Engine = 'embedded' | 'server'

/** The whole: outside systems behind gates, a database, and the built server. */
export interface Scene {
  readonly engine: Engine
  readonly folder: string
  /** The server's own `DATA_DIR`. */
  readonly dataDir: string
  readonly sandbox: Sandbox
  /** All three platforms. */
  readonly platform: Gate
  readonly aliyun: Gate
  readonly tencent: Gate
  readonly postgres: PostgresServer | undefined
  readonly settings: ProductSettings
  readonly product: () => Product
  /** The same address through all lives of the server. */
  readonly url: string
  start(changed?: Partial<ProductSettings>): Promise<Product>
  client(phone: string): Client
  close(): Promise<void>
}

export interface SceneSettings {
  readonly engine: Engine
  readonly variables?: Readonly<Record<string, string>>
  /** Where the server's data lie; a folder of the scene's own where it is absent. */
  readonly dataDir?: string
  readonly program?: string
  readonly preload?: string
  /** For a server whose clock is not ours. */
  readonly clock?: () => Date
}

/** Limits are for crowds of people; here one machine does the work of many. */
const UNHINDERED = { RATE_LIMIT_PER_MINUTE: '1000000', SMS_CODES_PER_HOUR: '100000' }

export async function openScene(given: SceneSettings): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'suanhui-faults-'))
  // PostgreSQL does not run as root: its own user has to get in.
  chmodSync(folder, 0o755)
  const { engine, dataDir = join(folder, 'data'), variables = {}, program, preload, clock } = given
  const sandbox = await startSandbox({ dataDir: join(folder, 'outside'), ...(clock && { clock }) })
  const [platform, aliyun, tencent] = await Promise.all([
    openGate(sandbox.url),
    openGate(sandbox.url),
    openGate(sandbox.url),
  ])
  const postgres =
    engine === 'server' ? await startPostgres(postgresBinaries(folder), join(folder, 'postgres')) : undefined
  const port = await freePort()
  const settings: ProductSettings = {
    variables: {
      ...sandboxEnvironment(sandbox, {}),
      ...UNHINDERED,
      HUNAN_SCHEDULING_URL: `${platform.url}/platforms/hunan-scheduling`,
      HUNAN_PROJECTS_URL: `${platform.url}/platforms/hunan-projects`,
      SHANXI_DISPATCH_URL: `${platform.url}/platforms/shanxi-dispatch`,
      ALIYUN_SMS_URL: `${aliyun.url}/aliyun`,
      TENCENT_SMS_URL: `${tencent.url}/tencent`,
      DATA_DIR: dataDir,
      PORT: String(port),
      ...(postgres && { DATABASE_URL: postgres.url('postgres') }),
      ...variables,
    },
    ...(program !== undefined && { program }),
    ...(preload !== undefined && { preload }),
  }
  let product: Product | undefined
  const url = `http://127.0.0.1:${port}`
  const running = (): Product => {
    if (product === undefined) throw new Error('the server was not started')
    return product
  }
  return {
    engine,
    folder,
    dataDir,
    sandbox,
    platform,
    aliyun,
    tencent,
    postgres,
    settings,
    product: running,
    url,
    async start(changed = {}) {
      product = await startProduct({ ...settings, ...changed })
      sandbox.serve(url)
      return product
    },
    client: (phone) => clientOf({ sandbox, url: () => url }, phone),
    async close() {
      await product?.kill()
      await Promise.all([platform, aliyun, tencent].map((gate) => gate.stop()))
      await sandbox.close()
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
