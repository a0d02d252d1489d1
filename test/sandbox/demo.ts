import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sandboxEnvironment } from './environment'
import { FolderInUse } from './lock'
import { type Sandbox, startSandbox } from './sandbox'

const fromRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const PORTS = { product: 8787, sandbox: 8788 } as const

const portOf = (name: string, fallback: number): number => {
  const text = process.env[name] || String(fallback)
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Error(`${name} 要是 0 到 65535 之间的整数，现在是“${text}”`)
}

/** The built server, with these variables besides the operator's own; its last word decides how the whole ends. */
const startProduct = (variables: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [fromRepository('bff/dist/main.js')], {
    stdio: ['inherit', 'pipe', 'inherit'],
    // As the container and the systemd unit do: OPERATING.md says why.
    env: { MALLOC_ARENA_MAX: '2', ...process.env, ...variables },
  })

const ended = (child: ChildProcess): Promise<number> =>
  new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => done(code ?? 1))
  })

function greet({ url }: Sandbox): void {
  console.log(`审核工作台：${url}/desk`)
  console.log(`手机短信和微信消息：${url}/phone　登录验证码在这里看`)
  console.log(`故障开关：${url}/faults`)
}

/** Hands the server's words through line by line, and learns its address from its greeting: PORT may be 0. */
function listen(child: ChildProcess, sandbox: Sandbox | undefined): void {
  if (child.stdout === null) return
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line)
    const url = /^算惠通已启动：(http:\/\/\S+)/.exec(line)?.[1]
    if (url === undefined || sandbox === undefined) return
    sandbox.serve(url)
    greet(sandbox)
  })
}

/** Neither lives on without the other. */
function passSignalsOn(child: ChildProcess): void {
  process.on('exit', () => child.kill())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A terminal sends Ctrl+C to both: the server then stops by itself, and counts a second one as impatience.
    process.on(signal, () => {
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal)
    })
  }
}

function explainFailure(error: unknown): string {
  if (error instanceof FolderInUse) return error.message
  const { code, message, port } = error as NodeJS.ErrnoException & { readonly port?: number }
  if (code === 'EADDRINUSE')
    return `沙箱的端口 ${port} 已经被别的程序占用：关掉那个程序，或者换一个：SANDBOX_PORT=8790 npm start`
  return `沙箱启动失败：${message}`
}

async function openSandbox(): Promise<Sandbox | undefined> {
  if (process.env.SANDBOX === 'off' || process.argv.includes('--no-sandbox')) return undefined
  return startSandbox({
    dataDir: process.env.DATA_DIR || fromRepository('.data'),
    host: process.env.HOST || '127.0.0.1',
    port: portOf('SANDBOX_PORT', PORTS.sandbox),
    signing: process.env.PLATFORM_SIGNING === 'sm2' ? 'sm2' : 'hmac',
  })
}

async function main(): Promise<number> {
  const sandbox = await openSandbox()
  const child = startProduct(sandbox === undefined ? {} : sandboxEnvironment(sandbox, process.env))
  listen(child, sandbox)
  passSignalsOn(child)
  const code = await ended(child)
  await sandbox?.close()
  return code
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(explainFailure(error))
    process.exit(1)
  },
)
