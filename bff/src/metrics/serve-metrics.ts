import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registry } from './registry'

export interface MetricsServer {
  readonly url: string
  close(): Promise<void>
}

interface Options {
  readonly registry: Registry
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
}

/**
 * `GET /metrics` on a port of its own, for a collector inside the house; the public port never answers it.
 * @throws the error of `listen`, such as EADDRINUSE.
 */
export function serveMetrics({ registry, host, port }: Options): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const asked = request.url?.split('?')[0] === '/metrics' && (request.method === 'GET' || request.method === 'HEAD')
    if (!asked) {
      response.writeHead(404).end()
      return
    }
    registry.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const { port: taken } = server.address() as AddressInfo
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/metrics`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}
