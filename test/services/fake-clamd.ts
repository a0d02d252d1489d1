import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import type { ClamdAddress } from '@suanhui/bff/uploads/clamd'

/** A scanner for tests that speaks clamd's INSTREAM, and finds one word bad. */
export interface FakeClamd {
  readonly address: ClamdAddress
  /** Whole files it was shown. */
  readonly seen: readonly Buffer[]
  close(): Promise<void>
}

interface Manners {
  readonly bad?: string
  /** Larger streams are refused, as by `StreamMaxLength`. */
  readonly mostBytes?: number
  /** It takes the file, and says nothing, nonsense, or hangs up. */
  readonly instead?: 'silence' | 'nonsense' | 'hang up'
}

const COMMAND = 'zINSTREAM\0'

function serve(
  socket: Socket,
  seen: Buffer[],
  { bad = 'VIRUS', mostBytes = Number.MAX_SAFE_INTEGER, instead }: Manners,
) {
  let held = Buffer.alloc(0)
  let whole = Buffer.alloc(0)
  let started = false
  const say = (text: string): void => {
    if (instead === 'silence') return
    if (instead === 'hang up') return void socket.destroy()
    socket.end(`${instead === 'nonsense' ? 'good morning' : text}\0`)
  }
  socket.on('error', () => undefined)
  socket.on('data', (piece: Buffer) => {
    held = Buffer.concat([held, piece])
    if (!started && held.length >= COMMAND.length) {
      if (held.toString('latin1', 0, COMMAND.length) !== COMMAND) return say('UNKNOWN COMMAND')
      started = true
      held = held.subarray(COMMAND.length)
    }
    while (started && held.length >= 4) {
      const length = held.readUInt32BE(0)
      if (length === 0) {
        seen.push(whole)
        return say(whole.includes(bad) ? 'stream: Test-Signature FOUND' : 'stream: OK')
      }
      if (held.length < 4 + length) return undefined
      whole = Buffer.concat([whole, held.subarray(4, 4 + length)])
      held = held.subarray(4 + length)
      if (whole.length > mostBytes) return say('INSTREAM size limit exceeded. ERROR')
    }
    return undefined
  })
}

export async function startClamd(manners: Manners = {}): Promise<FakeClamd> {
  const seen: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    serve(socket, seen, manners)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: { host: '127.0.0.1', port },
    seen,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => closed())
      }),
  }
}
