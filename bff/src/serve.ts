import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { ErrorCode } from '@suanhui/shared/error'
import { AppError, errorBody, STATUS } from './errors'
import { type Line, openLine } from './line'
import type { Log } from './log'

interface Options {
  readonly fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly newId: () => string
  readonly log: Log
  /** Whether it is being stopped: each answer then ends its connection. Absent, never. */
  readonly stopping?: () => boolean
  /** Answers what cannot be taken in now, and says whether it did. */
  readonly turnAway?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean
  /** Where the others stand until they begin; absent, one of its own. */
  readonly line?: Line
}

export interface RunningServer {
  readonly url: string
  /** Takes no new connections, lets what is under way finish, then resolves. */
  readonly close: () => Promise<void>
}

const REQUEST_TIMEOUT_MS = 30_000
const HEADERS_TIMEOUT_MS = 10_000
/** Longer than the minute a reverse proxy keeps a connection, so that it is never we who hang up on it. */
const KEEP_ALIVE_MS = 65_000
/** Connections that wait to be taken in; beyond it the kernel drops them, and the client finds out after seconds. */
const BACKLOG = 4_096
/** How long requests under way may take to finish after the server was told to stop. */
const CLOSE_TIMEOUT_MS = 10_000
const CLOSE_POLL_MS = 50

/** What Node's parser refuses never becomes a request; it gets the same envelope, written by hand. */
const PARSER_REFUSALS: Readonly<Record<string, [ErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['HEADERS_TOO_LARGE', '请求头太大'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['BODY_TOO_LARGE', '内容太大'],
  ERR_HTTP_REQUEST_TIMEOUT: ['REQUEST_TIMEOUT', '请求太久没有发完，请再试一次'],
}

const parserRefusal = (code: string | undefined): AppError => {
  const [errorCode, message] = PARSER_REFUSALS[code ?? ''] ?? ['MALFORMED_REQUEST', '请求的写法不对']
  return new AppError(errorCode, message)
}

const headersOf = (requestId: string) => ({
  'content-type': 'application/json; charset=utf-8',
  'x-request-id': requestId,
  'x-content-type-options': 'nosniff',
})

function refuseOnSocket(error: NodeJS.ErrnoException, socket: Socket, requestId: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refusal = parserRefusal(error.code)
  const status = STATUS[refusal.code]
  const body = JSON.stringify(errorBody(refusal, requestId))
  const headers = { ...headersOf(requestId), 'content-length': Buffer.byteLength(body), connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy when the server stopped becomes idle without Node closing it.
    const idle = setInterval(() => server.closeIdleConnections(), CLOSE_POLL_MS)
    const late = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(late)
      resolve()
    })
  })
}

/**
 * Listens.
 * @throws the error of `listen`, such as EADDRINUSE.
 */
export function serve(options: Options): Promise<RunningServer> {
  const { fetch, host, port, newId, log, stopping, turnAway, line = openLine() } = options
  const listener = getRequestListener((request, env) => fetch(request, env as HttpBindings), {
    // Host missing or forged, or a target that is no address.
    errorHandler: (error) => {
      const requestId = newId()
      log.warn({ requestId, err: error instanceof Error ? error.name : 'unknown' }, 'refused before routing')
      const refusal = parserRefusal(undefined)
      return new Response(JSON.stringify(errorBody(refusal, requestId)), { status: 400, headers: headersOf(requestId) })
    },
  })
  // A missing Host is refused by the listener, in the envelope; Node would answer it with nothing.
  const limits = { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: HEADERS_TIMEOUT_MS, requireHostHeader: false }
  const server = createServer(limits, (incoming, outgoing) => {
    // Whoever keeps a connection is told to leave it: a request on one that we close would be lost without an answer.
    if (stopping?.()) outgoing.shouldKeepAlive = false
    if (turnAway?.(incoming, outgoing)) return
    line.join(() => {
      // Who hung up while standing in line has taken the body along: nobody could read it to its end.
      if (!incoming.destroyed) void listener(incoming, outgoing)
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.on('clientError', (error, socket) => refuseOnSocket(error, socket as Socket, newId()))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off('error', reject)
      const { port: taken } = server.address() as AddressInfo
      const name = host.includes(':') ? `[${host}]` : host
      resolve({ url: `http://${name}:${taken}`, close: () => closed(server) })
    })
  })
}
