import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { authorizationParts, type SignedRequest } from '../signed-request'

const ALGORITHM = 'ACS3-HMAC-SHA256'
const MAX_AGE_MS = 15 * 60_000

export interface Refused {
  readonly status: 400 | 403 | 404
  readonly code: string
  readonly message: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** RFC 3986, as Aliyun encodes names and values. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The canonical request of signature version 3, from the request as it came. */
export function canonicalRequest(
  { method, path, query, headers }: Omit<SignedRequest, 'ownPath'>,
  signedHeaders: readonly string[],
): string {
  const parameters = [...query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort(byText)
    .join('&')
  const lines = signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('')
  return [method, path, parameters, lines, signedHeaders.join(';'), headers['x-acs-content-sha256'] ?? ''].join('\n')
}

const REQUIRED = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
]

/** Why the signature is refused, if it is; written from Aliyun's rules, with no word from the client's code. */
export function refusedSignature(
  request: SignedRequest,
  account: { readonly accessKeyId: string; readonly accessKeySecret: string },
  now: Date,
): Refused | undefined {
  const parts = authorizationParts(request.headers.authorization, ALGORITHM)
  if (parts === undefined) return { status: 400, code: 'MissingAuthorization', message: 'Authorization is mandatory.' }
  if (parts.Credential !== account.accessKeyId) {
    return { status: 404, code: 'InvalidAccessKeyId.NotFound', message: 'Specified access key is not found.' }
  }
  const date = Date.parse(request.headers['x-acs-date'] ?? '')
  if (Number.isNaN(date) || Math.abs(now.getTime() - date) > MAX_AGE_MS) {
    return { status: 400, code: 'InvalidTimeStamp.Expired', message: 'Specified time stamp or date value is expired.' }
  }
  const signed = (parts.SignedHeaders ?? '').split(';')
  const mismatch: Refused = {
    status: 400,
    code: 'SignatureDoesNotMatch',
    message: 'Specified signature is not matched with our calculation.',
  }
  if (REQUIRED.some((name) => !signed.includes(name)) || signed.join() !== [...signed].sort(byText).join())
    return mismatch
  if (request.headers['x-acs-content-sha256'] !== sha256(request.body)) return mismatch
  const given = Buffer.from(parts.Signature ?? '', 'hex')
  const fits = (path: string): boolean => {
    const expected = createHmac('sha256', account.accessKeySecret)
      .update(`${ALGORITHM}\n${sha256(canonicalRequest({ ...request, path }, signed))}`)
      .digest()
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  return fits(request.ownPath) || fits(request.path) ? undefined : mismatch
}
