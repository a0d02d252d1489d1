import { types } from 'pg'

/** Type numbers of PostgreSQL (`pg_type.oid`), fixed for ever for built-in types. */
const INT8 = 20
const BYTEA = 17
const DATE = 1082
const TIMESTAMP = 1114
const INTERVAL = 1186

/** Counts and fen fit: 2^53 fen are 90 million million yuan. Past that a number would silently lose its last digits. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint is past 2^53')
  return value
}

const asText = (text: string): string => text

const DECODERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: safeInteger,
  // A plain array on both engines; Buffer would show in JSON as {type, data}.
  [BYTEA]: (text) => Uint8Array.from(Buffer.from(text.slice(2), 'hex')),
  // A civil date is the text YYYY-MM-DD; as a moment it would move with the zone of the machine.
  [DATE]: asText,
  [TIMESTAMP]: asText,
  [INTERVAL]: asText,
}

/** How columns arrive: bigint as number, numeric, date and interval as text, timestamptz as Date, json parsed. */
export const columnTypes: typeof types = {
  ...types,
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    DECODERS[oid] ?? types.getTypeParser(oid, format ?? 'text')) as typeof types.getTypeParser,
}

/**
 * Refuses parameters whose meaning depends on the driver: an array would become a PostgreSQL array even for a json
 * column (and an empty one the object `{}`), so JSON goes in as text.
 */
export function checkParameters(parameters: readonly unknown[]): void {
  for (const value of parameters) {
    if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) continue
    throw new TypeError('an object or array was given as a parameter: hand it over as JSON.stringify(value)')
  }
}
