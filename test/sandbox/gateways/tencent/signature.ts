import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { authorizationParts, type SignedRequest } from '../signed-request'

const ALGORITHM = 'TC3-HMAC-SHA256'
const MAX_AGE_S = 300

export interface Refused {
  readonly Code: string
  readonly Message: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const FAILURE: Refused = {
  Code: 'AuthFailure.SignatureFailure',
  Message: '请求签名验证失败，请检查您的签名计算是否正确。',
}

/** Values in small letters, one line a header, as the third version of Tencent Cloud's signature wants them. */
function canonicalRequest({ method, path, query, headers, body }: SignedRequest, signed: readonly string[]): string {
  const lines = signed.map((name) => `${name}:${(headers[name] ?? '').trim().toLowerCase()}\n`).join('')
  const parameters = method === 'POST' ? '' : query.toString()
  return [method, path, parameters, lines, signed.join(';'), sha256(body)].join('\n')
}

/** Why the signature is refused, if it is; written from Tencent Cloud's rules, with no word from the client's code. */
export function refusedSignature(
  request: SignedRequest,
  account: { readonly secretId: string; readonly secretKey: string },
  now: Date,
): Refused | undefined {
  const parts = authorizationParts(request.headers.authorization, ALGORITHM)
  if (parts === undefined)
    return { Code: 'AuthFailure.InvalidAuthorization', Message: '请求头部的 Authorization 不合法。' }
  const timestamp = request.headers['x-tc-timestamp'] ?? ''
  if (!/^\d{10}$/.test(timestamp) || Math.abs(now.getTime() / 1_000 - Number(timestamp)) > MAX_AGE_S) {
    return { Code: 'AuthFailure.SignatureExpire', Message: '签名过期。' }
  }
  const [secretId, date, service, ending] = (parts.Credential ?? '').split('/')
  if (secretId !== account.secretId) return { Code: 'AuthFailure.SecretIdNotFound', Message: '密钥不存在。' }
  const utcDate = new Date(Number(timestamp) * 1_000).toISOString().slice(0, 10)
  if (date !== utcDate || service !== 'sms' || ending !== 'tc3_request') return FAILURE
  const signed = (parts.SignedHeaders ?? '').split(';')
  if (!signed.includes('content-type') || !signed.includes('host')) return FAILURE
  if (signed.join() !== [...signed].sort().join()) return FAILURE

  const scope = `${date}/sms/tc3_request`
  const key = hmac(hmac(hmac(`TC3${account.secretKey}`, date), 'sms'), 'tc3_request')
  const given = Buffer.from(parts.Signature ?? '', 'hex')
  const fits = (path: string): boolean => {
    const canonical = sha256(canonicalRequest({ ...request, path }, signed))
    const expected = hmac(key, [ALGORITHM, timestamp, scope, canonical].join('\n'))
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  return fits(request.ownPath) || fits(request.path) ? undefined : FAILURE
}
