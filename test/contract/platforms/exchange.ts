import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlatformId } from '@suanhui/bff/platforms/platform'
import { SIGNATURE_HEADERS } from '@suanhui/bff/platforms/signing/key'
import { IDEMPOTENCY_HEADER } from '@suanhui/bff/platforms/wire/route'
import { z } from 'zod'

const Headers = z.record(z.string(), z.string())

/** What was asked and what was answered, once; as a file beside the contract tests. */
export const Exchange = z.strictObject({
  operation: z.string(),
  request: z.strictObject({
    method: z.string(),
    /** Below the platform's address, with the query. */
    target: z.string(),
    headers: Headers,
    /** JSON; bytes are in `base64`. */
    body: z.json().optional(),
    base64: z.string().optional(),
  }),
  response: z.strictObject({ status: z.int(), headers: Headers, body: z.json() }),
})
export type Exchange = z.output<typeof Exchange>

/** Every header of a signature is there; what it says differs each time, and by algorithm. */
export const SIGNED = '（签名）'
const PLAIN = ['accept', 'content-type', IDEMPOTENCY_HEADER]
const SIGNING: readonly string[] = Object.values(SIGNATURE_HEADERS)

export interface Received {
  readonly method: string
  readonly target: string
  readonly header: (name: string) => string | null
  readonly bytes: Uint8Array
}

/** A request as it is written down. */
export function writtenRequest({ method, target, header, bytes }: Received): Exchange['request'] {
  const said = (names: readonly string[]) => names.flatMap((name) => (header(name) === null ? [] : [name]))
  const headers = Object.fromEntries([
    ...said(PLAIN).map((name) => [name, header(name) ?? '']),
    ...said(SIGNING).map((name) => [name, SIGNED]),
  ])
  const isJson = header('content-type') === 'application/json'
  return {
    method,
    target,
    headers,
    ...(bytes.length > 0 && isJson && { body: z.json().parse(JSON.parse(new TextDecoder().decode(bytes))) }),
    ...(bytes.length > 0 && !isJson && { base64: Buffer.from(bytes).toString('base64') }),
  }
}

export const EXCHANGES = join(import.meta.dirname, 'exchanges')

export const fileName = (index: number, operation: string): string =>
  `${String(index + 1).padStart(2, '0')}-${operation}.json`

/** What was recorded of a platform, by file. */
export function recorded(platform: PlatformId): Readonly<Record<string, Exchange>> {
  const folder = join(EXCHANGES, platform)
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, Exchange.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))]),
  )
}
