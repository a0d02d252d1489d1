import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A request that came to the door, before anything was made of it. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
  /** As its header says. */
  readonly length?: string
}

/** What the system behind the door is made to do to a request; `undefined`: it does its work. */
export type Trouble = (asked: Asked) => Wrong | undefined

export type Wrong =
  /** Before anything was done. */
  | { readonly kind: 'refused'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Never answers, and does nothing. */
  | { readonly kind: 'silent' }
  /** Does its work, and cuts the line: who asked cannot know. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Does its work, and answers something else. */
  | { readonly kind: 'lies'; readonly as: (answer: Answer) => Answer }

/** What became of one request. */
export interface Seen {
  readonly asked: Asked
  readonly at: number
  /** The true answer, where the work was done. */
  answer?: Answer
  /** Until that answer left. */
  tookMs?: number
  wrong?: Wrong
}

/** Stands before one system of the sandbox: can be closed like a machine that is off, or make it misbehave. */
export interface Gate {
  readonly url: string
  readonly seen: readonly Seen[]
  behave(trouble: Trouble | undefined): void
  /** Nobody listens any more, and every line is cut. */
  stop(): Promise<void>
  start(): Promise<void>
}

const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length'])

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const lengthOf = ({ headers: { 'content-length': length } }: IncomingMessage) =>
  length === undefined ? {} : { length }

/** The same request, with the same Host: signatures cover it. */
function pass(target: string, { method, path, headers, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request(new URL(path, target), { method, headers, agent: false }, (response) => {
      bodyOf(response).then((bytes) => {
        const kept = Object.entries(response.headers).filter(([name]) => !HOP.has(name))
        resolve({
          status: response.statusCode ?? 500,
          headers: Object.fromEntries(kept),
          body: bytes,
          ...lengthOf(response),
        })
      }, reject)
    })
    onward.once('error', reject)
    onward.end(body)
  })
}

export async function openGate(target: string): Promise<Gate> {
  const seen: Seen[] = []
  const sockets = new Set<Socket>()
  let trouble: Trouble | undefined

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = incoming
    const asked: Asked = { method, path, headers, body: await bodyOf(incoming) }
    const wrong = trouble?.(asked)
    const entry: Seen = { asked, at: Date.now(), ...(wrong && { wrong }) }
    seen.push(entry)
    if (wrong?.kind === 'silent') return
    if (wrong?.kind === 'refused') {
      outgoing.writeHead(wrong.status, wrong.headers).end('{"message":"系统繁忙"}')
      return
    }
    if (wrong?.kind === 'slow') await sleep(wrong.ms)
    const truth = await pass(target, asked)
    entry.answer = truth
    if (wrong?.kind === 'dropped') return void outgoing.destroy()
    const told = wrong?.kind === 'lies' ? wrong.as(truth) : truth
    // The length that a HEAD speaks of is not that of its own body.
    const length = method === 'HEAD' ? truth.length : undefined
    const given = Object.entries({ ...told.headers, 'content-length': length }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    outgoing.writeHead(told.status, Object.fromEntries(given)).end(method === 'HEAD' ? undefined : told.body)
    entry.tookMs = Date.now() - entry.at
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    behave(next) {
      trouble = next
    },
    async stop() {
      if (!server.listening) return
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    start: () => (server.listening ? Promise.resolve() : listen(port)),
  }
}
