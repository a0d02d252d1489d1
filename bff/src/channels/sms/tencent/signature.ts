import { createHash, createHmac } from 'node:crypto'

const ALGORITHM = 'TC3-HMAC-SHA256'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

export interface TencentCall {
  readonly host: string
  readonly path: string
  readonly service: string
  readonly action: string
  readonly version: string
  readonly region: string
  readonly body: string
  readonly at: Date
}

export interface TencentKey {
  readonly secretId: string
  readonly secretKey: string
}

const TYPE = 'application/json; charset=utf-8'

/**
 * The headers of a signed call. Source: 腾讯云 API 3.0 签名方法 v3.
 * @returns all headers but `host`, which the connection sets.
 */
export function signTencent(call: TencentCall, { secretId, secretKey }: TencentKey): Record<string, string> {
  const { host, path, service, action, version, region, body, at } = call
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const day = at.toISOString().slice(0, 10)
  const scope = `${day}/${service}/tc3_request`
  const signed = 'content-type;host;x-tc-action'
  const lines = `content-type:${TYPE}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`
  const canonical = ['POST', path, '', lines, signed, sha256(body)].join('\n')
  const text = [ALGORITHM, timestamp, scope, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), service), 'tc3_request')
  const signature = hmac(key, text).toString('hex')
  return {
    'content-type': TYPE,
    'x-tc-action': action,
    'x-tc-timestamp': timestamp,
    'x-tc-version': version,
    'x-tc-region': region,
    authorization: `${ALGORITHM} Credential=${secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
  }
}
