import { createHash, createHmac } from 'node:crypto'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

interface Signed {
  readonly method: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly at: Date
}

const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest()
export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** 20130524T000000Z */
const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const canonicalPath = ({ pathname }: URL): string =>
  pathname
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/')

const canonicalQuery = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')

const scopeOf = (stamp: string, region: string): string => `${stamp.slice(0, 8)}/${region}/s3/aws4_request`

interface Canonical {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly payloadHash: string
}

function signatureOf(credentials: Credentials, stamp: string, canonical: Canonical): string {
  const names = Object.keys(canonical.headers).sort()
  const request = [
    canonical.method,
    canonical.path,
    canonical.query,
    ...names.map((name) => `${name}:${canonical.headers[name]}`),
    '',
    names.join(';'),
    canonical.payloadHash,
  ].join('\n')
  const scope = scopeOf(stamp, credentials.region)
  const text = ['AWS4-HMAC-SHA256', stamp, scope, sha256Hex(request)].join('\n')
  const parts = [stamp.slice(0, 8), credentials.region, 's3', 'aws4_request']
  const key = parts.reduce<string | Uint8Array>(hmac, `AWS4${credentials.secretAccessKey}`)
  return hmac(key, text).toString('hex')
}

const lowered = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]))

/**
 * Headers that sign a request (AWS Signature Version 4 for S3), those given included; `host` is the client's to send.
 * @param payloadHash SHA-256 of the body, hex.
 */
export function signedHeaders(
  credentials: Credentials,
  { method, url, headers = {}, at }: Signed,
  payloadHash: string,
): Record<string, string> {
  const stamp = stampOf(at)
  const own = { ...lowered(headers), 'x-amz-date': stamp, 'x-amz-content-sha256': payloadHash }
  const all = { ...own, host: url.host }
  const signature = signatureOf(credentials, stamp, {
    method,
    path: canonicalPath(url),
    query: canonicalQuery([...url.searchParams]),
    headers: all,
    payloadHash,
  })
  const names = Object.keys(all).sort().join(';')
  const credential = `${credentials.accessKeyId}/${scopeOf(stamp, credentials.region)}`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${names},Signature=${signature}`
  return { ...own, authorization }
}
