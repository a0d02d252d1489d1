import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** SHA-1 over the sorted parts, hex: what WeChat signs its pushes with. Source: 微信小程序 消息推送. */
const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** Whether the signature is of this token and these parts; as long to compare, whatever is wrong. */
export function isSigned(token: string, signature: string, ...parts: readonly string[]): boolean {
  const [given, known] = [Buffer.from(signature), Buffer.from(signatureOf(token, ...parts))]
  return given.length === known.length && timingSafeEqual(given, known)
}

const BLOCK = 32
const RANDOM = 16

/** PKCS#7 with blocks of 32 bytes; undefined where the padding is none. */
function unpadded(plain: Buffer): Buffer | undefined {
  const pad = plain.at(-1) ?? 0
  if (pad < 1 || pad > BLOCK || pad > plain.length) return undefined
  return plain.subarray(-pad).every((byte) => byte === pad) ? plain.subarray(0, -pad) : undefined
}

/**
 * Opens a push of 安全模式: AES-256-CBC over 16 random bytes, the length, the message and the app id.
 * @returns undefined where it was not made with this key for this app.
 */
export function openPush(encrypted: string, aesKey: Uint8Array, appId: string): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
    const plain = unpadded(Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]))
    if (plain === undefined || plain.length < RANDOM + 4) return undefined
    const end = RANDOM + 4 + plain.readUInt32BE(RANDOM)
    if (end > plain.length || plain.subarray(end).toString() !== appId) return undefined
    return plain.subarray(RANDOM + 4, end).toString()
  } catch {
    return undefined
  }
}
