import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A part of an upload as it went over the network. */
export interface SentPart {
  readonly path: string
  /** `lost`: it never reached the server. `unanswered`: the server has it, and the phone does not know. */
  readonly fate: 'arrived' | 'unanswered' | 'lost'
}

export interface BadNetwork {
  readonly url: string
  /** Every part that was sent and has come to its end, in that order. */
  readonly sent: readonly SentPart[]
  /** Parts that are on their way at this moment. */
  flying(): number
  /** Parts that were ever put on their way. */
  begun(): number
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

/** Stands between a phone and the server as a bad network does. The page itself always comes through. */
export async function badNetwork(serverUrl: string, { loss, partMs, seed = 7 }: Weather): Promise<BadNetwork> {
  const target = new URL(serverUrl)
  const chance = numbers(seed)
  const sent: SentPart[] = []
  let flying = 0
  let begun = 0

  async function pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = asked.url ?? '/'
    const part = PART.test(path)
    const luck = path.startsWith('/v1/') ? chance() : 1
    const body = await bodyOf(asked)
    if (part) await new Promise((later) => setTimeout(later, partMs))
    if (luck < loss / 2) {
      if (part) sent.push({ path, fate: 'lost' })
      answer.destroy()
      return
    }
    const response = await answerOf(target, asked, body)
    if (luck < loss) {
      response.resume()
      if (part) sent.push({ path, fate: 'unanswered' })
      answer.destroy()
      return
    }
    if (part) sent.push({ path, fate: 'arrived' })
    // On a connection that is used again, a browser by itself repeats what got no answer: that would hide the losses.
    answer.writeHead(response.statusCode ?? 502, { ...response.headers, connection: 'close' })
    response.pipe(answer)
  }

  const server = createServer((asked, answer) => {
    const part = PART.test(asked.url ?? '')
    if (part) {
      flying += 1
      begun += 1
    }
    pass(asked, answer)
      // The phone is gone, or the server: either way nobody gets an answer.
      .catch(() => answer.destroy())
      .finally(() => {
        if (part) flying -= 1
      })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    flying: () => flying,
    begun: () => begun,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
