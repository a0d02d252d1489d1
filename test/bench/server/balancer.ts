import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands in front of several processes, as the Caddyfile has it: asks for their health, tries another on refusal. */
export interface Balancer {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const HEALTH_EVERY_MS = 250

/** How long connections are kept while nobody uses them: as the Caddyfile has it. */
const USUAL = { clientMs: 60_000, serverMs: 60_000 }

export async function startBalancer(upstreams: readonly string[], { clientMs, serverMs } = USUAL): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: serverMs })
  const up = new Map(upstreams.map((url) => [url, true]))
  let turn = 0

  const ask = async (url: string): Promise<void> => {
    const ready = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(HEALTH_EVERY_MS * 4) }).then(
      (response) => response.ok,
      () => false,
    )
    up.set(url, ready)
  }
  const health = setInterval(() => void Promise.all(upstreams.map(ask)), HEALTH_EVERY_MS)

  function pass(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer, left: readonly string[]): void {
    const [first, ...others] = left
    if (first === undefined) {
      outgoing.writeHead(502).end()
      return
    }
    const { hostname, port } = new URL(first)
    const onward = request(
      { agent, hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', (error: NodeJS.ErrnoException) => {
      // Only what never reached a server may be sent to another: else a write could happen twice.
      if (error.code === 'ECONNREFUSED') return pass(incoming, outgoing, body, others)
      if (!outgoing.headersSent) outgoing.writeHead(502)
      const how = onward.reusedSocket ? 'on a kept connection' : 'on a new connection'
      outgoing.end(JSON.stringify({ error: { code: `BALANCER_${error.code}`, message: how } }))
    })
    onward.end(body)
  }

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      turn += 1
      const healthy = upstreams.filter((url) => up.get(url))
      const sick = upstreams.filter((url) => !up.get(url))
      const ordered = healthy.map((_, index) => healthy[(turn + index) % healthy.length] ?? '')
      pass(incoming, outgoing, Buffer.concat(chunks), [...ordered, ...sick])
    })
  })
  server.keepAliveTimeout = clientMs
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async close() {
      clearInterval(health)
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
