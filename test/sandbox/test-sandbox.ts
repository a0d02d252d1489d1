import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Sandbox, type SandboxSettings, startSandbox } from './sandbox'
import type { Templates } from './seeds/templates'

/** Templates of the tests; what the product uses stands in the seeds. */
export const TEST_TEMPLATES: Templates = {
  signName: '测试签名',
  aliyun: {
    SMS_1: { kind: 'code', text: '您的验证码是{code}。' },
    SMS_2: { kind: 'notice', text: '{company}的申报有新进展：{state}。' },
  },
  tencent: {
    '1': { kind: 'code', text: '您的验证码是{1}。' },
    '2': { kind: 'notice', text: '{1}的申报有新进展：{2}。' },
  },
  wechat: { T1: { title: '审核结果通知', fields: { thing1: '申报项目', phrase2: '审核结果', date3: '时间' } } },
}

/** A sandbox in a folder of its own, gone when the test ends. */
export async function testSandbox(settings: Partial<SandboxSettings> = {}): Promise<Sandbox> {
  const dataDir = settings.dataDir ?? mkdtempSync(join(tmpdir(), 'sandbox-test-'))
  const sandbox = await startSandbox({ dataDir, templates: TEST_TEMPLATES, ...settings })
  onTestFinished(async () => {
    await sandbox.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return sandbox
}

export interface Received {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface Listener {
  readonly url: string
  readonly received: readonly Received[]
  /** Resolves when so many have come. */
  readonly count: (wanted: number) => Promise<readonly Received[]>
}

type Answer = (received: Received, index: number) => { readonly status?: number; readonly body: string }

/** Stands where the product would, and keeps what comes. */
export async function listener(answer: Answer): Promise<Listener> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const url = new URL(request.url ?? '/', 'http://product')
    const one = { path: url.pathname, query: url.searchParams, headers: request.headers, body }
    const { status = 200, body: said } = answer(one, received.push(one) - 1)
    response.writeHead(status).end(said)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    async count(wanted) {
      const until = Date.now() + 10_000
      while (received.length < wanted && Date.now() < until) await new Promise((done) => setTimeout(done, 20))
      if (received.length < wanted) throw new Error(`${received.length} came, ${wanted} were awaited`)
      return received
    },
  }
}
