import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Asked {
  readonly method: string
  /** Sent as it is written: nothing is normalised on the way. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** In chunks, without saying how long it is. */
  readonly chunked?: true
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const PATIENCE_MS = 10_000
const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Sends one request. @throws where there is no answer within ten seconds: a server that hangs has lost. */
export function send(url: string, { method, path, headers = {}, body, chunked }: Asked): Promise<Answered> {
  const { hostname, port } = new URL(url)
  const framed = chunked
    ? { 'transfer-encoding': 'chunked' }
    : { 'content-length': String(Buffer.byteLength(body ?? '')) }
  const length = body === undefined ? {} : framed
  return new Promise((resolve, reject) => {
    const asking = request(
      { hostname, port, method, path, agent, timeout: PATIENCE_MS, headers: { ...length, ...headers } },
      (response) => {
        text(response).then(
          (answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: answer }),
          reject,
        )
      },
    )
    asking.on('timeout', () => asking.destroy(new Error(`no answer: ${method} ${path.slice(0, 100)}`)))
    asking.on('error', reject)
    if (body !== undefined) asking.write(body)
    asking.end()
  })
}

/** Writes bytes to the socket as they are. @returns everything that came back until it was closed. */
export function sendRaw(url: string, bytes: string, patienceMs = PATIENCE_MS): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
    let answer = ''
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer')))
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)))
    socket.on('close', () => resolve(answer))
  })
}

export const closeAgent = (): void => agent.destroy()
