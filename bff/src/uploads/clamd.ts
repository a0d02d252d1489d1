import { connect, type Socket } from 'node:net'
import type { Bytes } from '../storage/blobs'

/** `unavailable`: nobody looked at the file, so nobody may use it yet. `too_large`: the scanner does not look at as much. */
export type ScanResult = 'clean' | 'infected' | 'too_large' | 'unavailable'

/** Looks for viruses in a file. Never throws: who does not answer is `unavailable`. */
export type ScanFile = (bytes: Bytes) => Promise<ScanResult>

export interface ClamdAddress {
  readonly host: string
  readonly port: number
}

/** Without a word or a byte for so long, it is taken to be gone. */
const SILENCE_MS = 30_000
const MOST_ANSWER_BYTES = 4096

const written = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((done, failed) => {
    socket.write(bytes, (error) => (error ? failed(error) : done()))
  })

/** INSTREAM: each piece behind its length, an empty one at the end. */
async function stream(socket: Socket, bytes: Bytes): Promise<void> {
  const length = (count: number): Buffer => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(count)
    return head
  }
  await written(socket, Buffer.from('zINSTREAM\0'))
  for await (const piece of bytes) {
    if (piece.length > 0) await written(socket, Buffer.concat([length(piece.length), piece]))
  }
  await written(socket, length(0))
}

/** All it says, up to the zero byte at its end. */
const answerOf = (socket: Socket): Promise<string> =>
  new Promise((answered, failed) => {
    let text = ''
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('latin1')
      const end = text.indexOf('\0')
      if (end >= 0) answered(text.slice(0, end))
      else if (text.length > MOST_ANSWER_BYTES) failed(new Error('the scanner does not stop talking'))
    })
    socket.on('error', failed)
    socket.on('close', () => failed(new Error('the scanner hung up')))
  })

function meaningOf(answer: string): ScanResult {
  if (answer === 'stream: OK') return 'clean'
  if (answer.endsWith(' FOUND')) return 'infected'
  return answer.includes('size limit exceeded') ? 'too_large' : 'unavailable'
}

/** Asks a clamd over TCP. */
export const clamdScan =
  (address: ClamdAddress, { silenceMs = SILENCE_MS } = {}): ScanFile =>
  async (bytes) => {
    const socket = connect(address)
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('the scanner fell silent')))
    const answer = answerOf(socket)
    const sending = stream(socket, bytes)
    // It may have heard enough before the end, and say so.
    sending.catch(() => undefined)
    try {
      return meaningOf(await answer)
    } catch {
      return 'unavailable'
    } finally {
      socket.destroy()
    }
  }
