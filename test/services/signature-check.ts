import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { S3Settings } from '@suanhui/bff/storage/settings'

/* Signature Version 4 from the receiving side, written apart from the signing one so that both cannot be wrong alike. */

const LATE_MS = 15 * 60_000
const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const sign = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const percent = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const letter = String.fromCharCode(byte)
      return /[A-Za-z0-9._~-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')

function momentOf(stamp: string): number {
  const [, day = '', time = ''] = /^(\d{8})T(\d{6})Z$/.exec(stamp) ?? []
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  return Date.parse(`${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`)
}

interface Claim {
  readonly names: readonly string[]
  readonly stamp: string
  readonly payload: string
  readonly query: readonly (readonly [string, string])[]
}

function expected({ region, secretAccessKey }: S3Settings, request: IncomingMessage, url: URL, claim: Claim): string {
  const day = claim.stamp.slice(0, 8)
  const path = url.pathname
    .split('/')
    .map((part) => percent(decodeURIComponent(part)))
    .join('/')
  const query = claim.query.map(([name, value]) => `${percent(name)}=${percent(value)}`)
  const headers = claim.names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const canonical = [
    request.method,
    path,
    query.sort().join('&'),
    headers.join(''),
    claim.names.join(';'),
    claim.payload,
  ]
  const scope = `${day}/${region}/s3/aws4_request`
  const text = `AWS4-HMAC-SHA256\n${claim.stamp}\n${scope}\n${hash(canonical.join('\n'))}`
  const key = sign(sign(sign(sign(`AWS4${secretAccessKey}`, day), region), 's3'), 'aws4_request')
  return sign(key, text).toString('hex')
}

export function checkSigned(settings: S3Settings, request: IncomingMessage, url: URL, body: Buffer): boolean {
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/[^,]+,\s*SignedHeaders=([^,]+),\s*Signature=(\w{64})$/.exec(
    request.headers.authorization ?? '',
  )
  const stamp = String(request.headers['x-amz-date'])
  const payload = String(request.headers['x-amz-content-sha256'])
  if (given?.[1] !== settings.accessKeyId || payload !== hash(body)) return false
  const names = (given[2] ?? '').split(';')
  if (!names.includes('host') || !names.includes('x-amz-date') || !names.includes('x-amz-content-sha256')) return false
  if (Math.abs(Date.now() - momentOf(stamp)) > LATE_MS) return false
  return expected(settings, request, url, { names, stamp, payload, query: [...url.searchParams] }) === given[3]
}

export function checkPresigned(settings: S3Settings, request: IncomingMessage, url: URL): boolean {
  const value = (name: string): string => url.searchParams.get(name) ?? ''
  const stamp = value('X-Amz-Date')
  const age = Date.now() - momentOf(stamp)
  if (!(age > -LATE_MS && age < Number(value('X-Amz-Expires')) * 1000)) return false
  const query = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature')
  const claim = { names: value('X-Amz-SignedHeaders').split(';'), stamp, payload: 'UNSIGNED-PAYLOAD', query }
  return expected(settings, request, url, claim) === value('X-Amz-Signature')
}
