import { type DestinationStream, destination, pino } from 'pino'

/** What the server logs through. Fields never hold a body, a fact, a query value or a path that someone typed. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Lines are gathered to so many bytes, or for so long: a write for each would cost as much as a small answer. */
const GATHERED = { minLength: 8192, periodicFlush: 200 } as const

/** JSON lines to standard output. Lines are written in the background; what is left is written when the process ends. */
export const createLog = (
  level: string,
  stream: DestinationStream = destination({ dest: 1, sync: false, ...GATHERED }),
): Log => pino({ level, base: null }, stream)
