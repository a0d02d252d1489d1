import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A part of an upload as it went over the network. */
export interface SentPart {
  readonly path: string
  /** Which one it was of all that were put on their way, from 1. */
  readonly number: number
  /**
   * `lost`: it never reached the server. `unanswered`: the server has it, and the phone, still there, was not told.
   * `cut`: the server has it, and the phone was killed while it was under way.
   */
  readonly fate: 'answered' | 'unanswered' | 'cut' | 'lost'
}

export const arrived = ({ fate }: SentPart): boolean => fate !== 'lost'

/** Parts that were sent although one had arrived before that was not under way when the phone was killed. */
export const sentInVain = (sent: readonly SentPart[]): readonly SentPart[] =>
  sent.filter((part) =>
    sent.some(
      ({ path, number, fate }) =>
        path === part.path && number < part.number && (fate === 'answered' || fate === 'unanswered'),
    ),
  )

export interface BadNetwork {
  readonly url: string
  /** Every part that was sent and has come to its end, in that order. */
  readonly sent: readonly SentPart[]
  close(): Promise<void>
}

interface Weather {
  /** How many of the API's requests get lost, half of them on the way there and half on the way back: 0 to 1. */
  readonly loss: number
  /** How long a part takes. */
  readonly partMs: number
  readonly seed?: number
}

/** The same numbers between 0 and 1 each time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const PART = /\/uploads\/[^/]+\/parts\/\d+$/

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of asked) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function answerOf(server: URL, asked: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((found, failed) => {
    const onward = request(
      {
        host: server.hostname,
        port: server.port,
        path: asked.url,
        method: asked.method,
        headers: { ...asked.headers, host: server.host },
      },
      found,
    )
    onward.on('error', failed)
    onward.end(body)
  })
}

/** Whether the phone was there to the end of its answer. */
const heard = (answer: ServerResponse): Promise<boolean> =>
  new Promise((ended) => {
    if (answer.destroyed) ended(false)
    answer.once('finish', () => ended(true))
    answer.once('close', () => ended(answer.writableFinished))
  })

/** Stands between a phone and the server as a bad network does. The page itself always comes through. */
export async function badNetwork(serverUrl: string, { loss, partMs, seed = 7 }: Weather): Promise<BadNetwork> {
  const target = new URL(serverUrl)
  const chance = numbers(seed)
  const sent: SentPart[] = []
  let begun = 0

  async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<SentPart['fate']> {
    const path = asked.url ?? '/'
    const luck = path.startsWith('/v1/') ? chance() : 1
    const body = await bodyOf(asked)
    if (PART.test(path)) await new Promise((later) => setTimeout(later, partMs))
    if (luck < loss / 2) {
      answer.destroy()
      return 'lost'
    }
    const response = await answerOf(target, asked, body)
    if (luck < loss) {
      const gone = answer.destroyed
      response.resume()
      answer.destroy()
      return gone ? 'cut' : 'unanswered'
    }
    const ended = heard(answer)
    // On a connection that is used again, a browser by itself repeats what got no answer: that would hide the losses.
    answer.writeHead(response.statusCode ?? 502, { ...response.headers, connection: 'close' })
    response.pipe(answer)
    return (await ended) ? 'answered' : 'cut'
  }

  const server = createServer((asked, answer) => {
    const path = asked.url ?? ''
    const part = PART.test(path)
    if (part) begun += 1
    const number = begun
    pass(asked, answer)
      // The phone is gone, or the server: either way nobody gets an answer.
      .catch((): SentPart['fate'] => {
        answer.destroy()
        return 'lost'
      })
      .then((fate) => {
        if (part) sent.push({ path, number, fate })
      })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
