import { createHash, createHmac } from 'node:crypto'

const ALGORITHM = 'ACS3-HMAC-SHA256'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** RFC 3986: everything but letters, digits and `-_.~`. */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

export const queryOf = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')

export interface AliyunCall {
  readonly host: string
  readonly path: string
  readonly action: string
  readonly version: string
  readonly query: Readonly<Record<string, string>>
  readonly body?: string
  readonly nonce: string
  readonly at: Date
}

export interface AliyunKey {
  readonly accessKeyId: string
  readonly accessKeySecret: string
}

/**
 * The headers of a signed call. Source: 阿里云 V3版本请求体&签名机制.
 * @returns all headers but `host`, which the connection sets.
 */
export function signAliyun(call: AliyunCall, { accessKeyId, accessKeySecret }: AliyunKey): Record<string, string> {
  const { host, path, action, version, query, body = '', nonce, at } = call
  const payload = sha256(body)
  const headers = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': payload,
    'x-acs-date': `${at.toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  }
  const signed = Object.keys(headers).sort().join(';')
  const lines = Object.entries(headers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('')
  const canonical = ['POST', path, queryOf(query), lines, signed, payload].join('\n')
  const signature = createHmac('sha256', accessKeySecret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest('hex')
  const { host: _, ...rest } = headers
  return {
    ...rest,
    authorization: `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${signed},Signature=${signature}`,
  }
}
