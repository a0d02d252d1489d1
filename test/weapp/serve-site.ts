import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
}

/** No eval and no inline script: what WeChat forbids must not run here either. Styles are set by the framework. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob:"

function pass(asked: IncomingMessage, answer: ServerResponse, server: URL): void {
  const path = (asked.url ?? '/').slice('/server'.length)
  const onward = request(
    {
      host: server.hostname,
      port: server.port,
      path,
      method: asked.method,
      headers: { ...asked.headers, host: server.host },
    },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    },
  )
  onward.on('error', () => answer.destroy())
  // A phone that is gone is gone for the server, too: nobody is there to hear its answer.
  answer.on('close', () => {
    if (!answer.writableFinished) onward.destroy()
  })
  asked.pipe(onward)
}

export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** Serves a built site; `/server/…` leads on to the product's own server, as the network does on a phone. */
export function serveSite(folder: string, serverUrl: string): Promise<Site> {
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://site')
    if (pathname.startsWith('/server/')) {
      pass(asked, answer, new URL(serverUrl))
      return
    }
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      answer.writeHead(404).end()
      return
    }
    answer.writeHead(200, {
      // On a connection that is used again, a browser by itself repeats a request without answer; a phone does not.
      connection: 'close',
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    })
    createReadStream(file).pipe(answer)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections()
            server.close(() => closed())
          }),
      })
    })
  })
}
