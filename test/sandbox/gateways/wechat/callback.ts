import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { Secrets } from '../../secrets'

type Account = Secrets['wechat']

const sha1Sorted = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** AES-256-CBC over random16 + length + message + appid, padded to 32 bytes, as WeChat's 安全模式 describes it. */
export function encrypt({ appId, encodingAesKey }: Account, message: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)])
  const missing = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(missing, missing)])),
    cipher.final(),
  ]).toString('base64')
}

export interface Callback {
  readonly query: URLSearchParams
  readonly body: string
}

/** One event as WeChat pushes it, plain or encrypted, JSON as the data format. */
export function callbackOf(account: Account, message: string, now: Date, encrypted: boolean): Callback {
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const nonce = String(randomBytes(4).readUInt32BE())
  const query = new URLSearchParams({ signature: sha1Sorted(account.token, timestamp, nonce), timestamp, nonce })
  if (!encrypted) return { query, body: message }
  const Encrypt = encrypt(account, message)
  query.set('openid', openidIn(message))
  query.set('encrypt_type', 'aes')
  query.set('msg_signature', sha1Sorted(account.token, timestamp, nonce, Encrypt))
  return { query, body: JSON.stringify({ ToUserName: account.appId, Encrypt }) }
}

const openidIn = (message: string): string => {
  const event: unknown = JSON.parse(message)
  return typeof event === 'object' && event !== null && 'FromUserName' in event ? String(event.FromUserName) : ''
}
