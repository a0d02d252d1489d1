import { randomUUID } from 'node:crypto'
import { catalogue } from '@suanhui/shared/policies'
import type { JWK } from 'jose'
import { createApp } from './app'
import type { Deps } from './deps'
import { type Env, EnvError, readEnv } from './env'
import { createLog } from './log'
import { type RunningServer, serve } from './serve'
import { loadPage } from './services/load-page'
import { publishCatalogue } from './services/publish-catalogue'
import { keptSigningKey, type SigningKey, signingKeyOf } from './services/signing-key'

const signingKey = ({ catalogueSigningKey, dataDir }: Env): Promise<SigningKey> =>
  catalogueSigningKey === undefined
    ? keptSigningKey(dataDir)
    : signingKeyOf(JSON.parse(catalogueSigningKey) as JWK).catch(() => {
        throw new EnvError(['CATALOGUE_SIGNING_KEY 不是一把能用的 P-256 私钥'])
      })

async function compose(env: Env): Promise<Deps> {
  const [published, page] = await Promise.all([
    signingKey(env).then((key) => publishCatalogue(catalogue, key)),
    loadPage(env.pageDir),
  ])
  return {
    clock: () => new Date(),
    elapsedMs: () => performance.now(),
    newId: randomUUID,
    log: createLog(env.logLevel),
    published,
    page,
  }
}

function greet({ url }: RunningServer, { page, published }: Deps): void {
  console.log(`算惠通已启动：${url}`)
  console.log(`接口说明：${url}/openapi.json　规则版本：${published.catalogue.version}`)
  if (page === undefined) console.log('网页还没有生成，现在只有接口能用；生成网页请运行 npm run build')
}

/** Stops at the first signal, letting what is under way finish; a second one stops at once. */
function stopOnSignal(server: RunningServer): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    console.log('正在停止，等手上的请求办完……')
    void server.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function explainFailure(error: unknown): string {
  if (error instanceof EnvError) return error.message
  const { code, message, port } = error as NodeJS.ErrnoException & { readonly port?: number }
  if (code === 'EADDRINUSE') return `端口 ${port} 已经被别的程序占用：关掉那个程序，或者换一个端口：PORT=8790 npm start`
  if (code === 'EACCES') return `没有权限：${message}`
  return `启动失败：${message}`
}

async function main(): Promise<void> {
  const env = readEnv(process.env)
  const deps = await compose(env)
  const server = await serve({ ...env, ...deps, fetch: createApp(deps).fetch })
  stopOnSignal(server)
  greet(server, deps)
}

main().catch((error: unknown) => {
  console.error(explainFailure(error))
  process.exit(1)
})
