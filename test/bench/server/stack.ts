import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError, errorBody, STATUS } from '@suanhui/bff/errors'
import { listCompanies } from '@suanhui/bff/services/companies/list-companies'
import { versioned } from '@suanhui/bff/services/version-catalogue'
import { openDatabase } from '@suanhui/bff/stores/database'
import { matchContract } from '@suanhui/shared/api'
import { shanghaiDay } from '@suanhui/shared/date'
import { match } from '@suanhui/shared/decision'
import { catalogue as written } from '@suanhui/shared/policies'

/**
 * A frame that serves the same routes, for comparison: `node stack.ts NAME SETTINGS`. The work behind is ours in
 * all of them (contract, decision, statement); `bare` drains the body and answers what it was given, and works nothing;
 * `plain` is the same `node:http` with the work, and no frame.
 */
export interface StackSettings {
  /** Where the frame is to be imported from. */
  readonly module?: string
  readonly databaseUrl: string
  readonly token: string
  readonly personId: string
  /** What `bare` answers, as our server answered it. */
  readonly answers: { readonly match: string; readonly read: string; readonly refusal?: string }
}

interface Routes {
  match(body: unknown): unknown
  /** Undefined where the token is not known. */
  read(authorization: string | undefined): Promise<unknown>
  /** What a signed-in person is told who asks for a message that cannot be, so that no statement is asked. */
  refusal(authorization: string | undefined): Promise<Refusal>
}

interface Refusal {
  readonly status: number
  readonly body: unknown
}

type Listening = (port: number) => void

const REFUSAL = '/v1/me/messages/none'
const nameOf = (url: string | undefined): keyof StackSettings['answers'] =>
  url === '/v1/match' ? 'match' : url === REFUSAL ? 'refusal' : 'read'

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

function bare({ answers }: StackSettings, listening: Listening): void {
  const server = createServer((request, response) => {
    const name = nameOf(request.url)
    const answer = answers[name] ?? ''
    request.on('data', () => {})
    request.on('end', () => {
      response.writeHead(name === 'refusal' ? 404 : 200, { ...JSON_TYPE, 'content-length': Buffer.byteLength(answer) })
      response.end(answer)
    })
  }).listen(0, '127.0.0.1', () => listening((server.address() as AddressInfo).port))
}

function plain(routes: Routes, listening: Listening): void {
  const server = createServer((request, response) => {
    const answer = (found: unknown, status = found === undefined ? 401 : 200): void => {
      const text = JSON.stringify(found ?? {})
      response.writeHead(status, { ...JSON_TYPE, 'content-length': Buffer.byteLength(text) })
      response.end(text)
    }
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { authorization } = request.headers
      if (request.method === 'POST') answer(routes.match(JSON.parse(Buffer.concat(pieces).toString())))
      else if (request.url === REFUSAL)
        void routes.refusal(authorization).then(({ status, body }) => answer(body, status))
      else void routes.read(authorization).then((found) => answer(found))
    })
  }).listen(0, '127.0.0.1', () => listening((server.address() as AddressInfo).port))
}

/** As much of fastify and express as is used here. */
interface Reply {
  status(code: number): Reply
  send(body: unknown): unknown
  json(body: unknown): unknown
}
interface FrameRequest {
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | undefined>>
}
interface Fastify {
  post(path: string, handler: (request: FrameRequest, reply: Reply) => unknown): void
  get(path: string, handler: (request: FrameRequest, reply: Reply) => unknown): void
  listen(options: { port: number; host: string }): Promise<string>
}
interface Express {
  use(middleware: unknown): void
  post(path: string, handler: (request: FrameRequest, reply: Reply) => void): void
  get(path: string, handler: (request: FrameRequest, reply: Reply) => void): void
  listen(port: number, host: string, ready: () => void): { address(): AddressInfo }
}

async function fastify(module: string, routes: Routes, listening: Listening): Promise<void> {
  const { default: make }: { default: () => Fastify } = await import(module)
  const app = make()
  app.post('/v1/match', async (request) => routes.match(request.body))
  app.get('/v1/companies', async (request, reply) => {
    const found = await routes.read(request.headers.authorization)
    return found ?? reply.status(401).send({})
  })
  app.get(REFUSAL, async (request, reply) => {
    const { status, body } = await routes.refusal(request.headers.authorization)
    return reply.status(status).send(body)
  })
  listening(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port))
}

async function express(module: string, routes: Routes, listening: Listening): Promise<void> {
  const { default: make }: { default: (() => Express) & { json(): unknown } } = await import(module)
  const app = make()
  app.use(make.json())
  app.post('/v1/match', (request, response) => void response.json(routes.match(request.body)))
  app.get('/v1/companies', (request, response) => {
    void routes
      .read(request.headers.authorization)
      .then((found) => (found === undefined ? response.status(401).json({}) : response.json(found)))
  })
  app.get(REFUSAL, (request, response) => {
    void routes.refusal(request.headers.authorization).then(({ status, body }) => response.status(status).json(body))
  })
  const server = app.listen(0, '127.0.0.1', () => listening(server.address().port))
}

const catalogue = versioned(written)

async function routesOf({ databaseUrl, token, personId }: StackSettings): Promise<Routes> {
  const { body } = matchContract(catalogue)
  const silent = { info() {}, warn() {}, error() {} }
  const database = await openDatabase(
    { engine: 'server', url: databaseUrl, poolSize: 10 },
    { log: silent, elapsedMs: () => performance.now() },
  )
  // The others keep tokens in a table of one, which is more than kind: ours hashes and looks up the session's end.
  const known = new Map([[`Bearer ${token}`, personId]])
  return {
    match(given) {
      const { facts, asOf = shanghaiDay(new Date()), explain } = body.parse(given)
      return match(catalogue, facts, asOf, explain)
    },
    async read(authorization = '') {
      const person = known.get(authorization)
      return person === undefined ? undefined : listCompanies(database.queries, person)
    },
    async refusal(authorization = '') {
      if (!known.has(authorization)) return { status: 401, body: {} }
      const error = new AppError('NOT_FOUND', '没有这条消息')
      return { status: STATUS[error.code], body: errorBody(error, randomUUID()) }
    },
  }
}

async function main(): Promise<void> {
  const [name, text = '{}'] = process.argv.slice(2)
  const settings: StackSettings = JSON.parse(text)
  const listening: Listening = (port) => console.log(JSON.stringify({ port }))
  if (name === 'bare') return bare(settings, listening)
  if (name === 'plain') return plain(await routesOf(settings), listening)
  const frame = { fastify, express }[name ?? '']
  if (frame === undefined || settings.module === undefined) throw new Error(`there is no frame ${name}`)
  return frame(settings.module, await routesOf(settings), listening)
}

await main()
