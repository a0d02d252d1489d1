import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { Sandbox } from './sandbox'

/* Clients written for these tests alone, by the vendors' published rules; the product has its own. */

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

type Json = Readonly<Record<string, unknown>>

export interface AliyunCall {
  readonly secret?: string
  readonly nonce?: string
  readonly date?: Date
}

export async function aliyunSend(
  { url, secrets }: Sandbox,
  parameters: Readonly<Record<string, string>>,
  { secret = secrets.aliyun.accessKeySecret, nonce = randomUUID(), date = new Date() }: AliyunCall = {},
): Promise<Json> {
  const query = Object.entries(parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = {
    host: new URL(url).host,
    'x-acs-action': 'SendSms',
    'x-acs-content-sha256': sha256(''),
    'x-acs-date': `${date.toISOString().slice(0, 19)}Z`,
    'x-acs-signature-nonce': nonce,
    'x-acs-version': '2017-05-25',
  }
  const signed = Object.keys(headers).join(';')
  const lines = Object.entries(headers)
    .map(([name, value]) => `${name}:${value}\n`)
    .join('')
  const canonical = ['POST', '/', query, lines, signed, sha256('')].join('\n')
  const signature = hmac(secret, `ACS3-HMAC-SHA256\n${sha256(canonical)}`).toString('hex')
  const credential = `Credential=${secrets.aliyun.accessKeyId},SignedHeaders=${signed},Signature=${signature}`
  const answer = await fetch(`${url}/aliyun/?${query}`, {
    method: 'POST',
    headers: { ...headers, authorization: `ACS3-HMAC-SHA256 ${credential}` },
  })
  return answer.json()
}

export async function tencentSend(
  { url, secrets }: Sandbox,
  request: object,
  { secret = secrets.tencent.secretKey, date = new Date() }: { readonly secret?: string; readonly date?: Date } = {},
): Promise<Json> {
  const body = JSON.stringify({ SmsSdkAppId: secrets.tencent.sdkAppId, ...request })
  const timestamp = String(Math.floor(date.getTime() / 1_000))
  const day = new Date(Number(timestamp) * 1_000).toISOString().slice(0, 10)
  const type = 'application/json; charset=utf-8'
  const lines = `content-type:${type}\nhost:${new URL(url).host}\nx-tc-action:sendsms\n`
  const signed = 'content-type;host;x-tc-action'
  const canonical = ['POST', '/', '', lines, signed, sha256(body)].join('\n')
  const text = ['TC3-HMAC-SHA256', timestamp, `${day}/sms/tc3_request`, sha256(canonical)].join('\n')
  const signature = hmac(hmac(hmac(hmac(`TC3${secret}`, day), 'sms'), 'tc3_request'), text).toString('hex')
  const credential = `${secrets.tencent.secretId}/${day}/sms/tc3_request`
  const answer = await fetch(`${url}/tencent/`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-timestamp': timestamp,
      'x-tc-region': 'ap-guangzhou',
      authorization: `TC3-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${signature}`,
    },
    body,
  })
  const { Response }: { readonly Response: Json } = await answer.json()
  return Response
}

export async function json(
  address: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Json> {
  const answer = await fetch(address, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...headers },
  })
  return answer.json()
}
