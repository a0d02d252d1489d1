import type { PlatformId } from './platform'
import type { SigningSecret, VerifyingKey } from './signing/key'

/** How one platform is reached, and by what its news is known to be its own. */
export interface PlatformSettings {
  readonly url: string
  readonly secret: SigningSecret
  readonly verifying: VerifyingKey
}

export type PlatformsSettings = Readonly<Partial<Record<PlatformId, PlatformSettings>>>

const PREFIXES: Readonly<Record<PlatformId, string>> = {
  'hunan-scheduling': 'HUNAN_SCHEDULING',
  'hunan-projects': 'HUNAN_PROJECTS',
  'shanxi-dispatch': 'SHANXI_DISPATCH',
}

const SECRET_BYTES = 32

function isHttp(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}

/**
 * Reads `<PLATFORM>_URL`, `_KEY_ID` and `_SECRET` (base64, at least 32 bytes); with `PLATFORM_SIGNING=sm2`, in place of
 * the secret, `PLATFORM_SM2_PRIVATE_KEY` (ours, hex) and `<PLATFORM>_PUBLIC_KEY` (theirs, hex). A platform without
 * `_URL` is not connected. What is wrong is added to `problems`; keys are never repeated.
 */
export function readPlatformSettings(
  read: (name: string) => string | undefined,
  problems: string[],
): PlatformsSettings {
  const signing = read('PLATFORM_SIGNING') ?? 'hmac'
  if (signing !== 'hmac' && signing !== 'sm2') problems.push(`PLATFORM_SIGNING 只能是 hmac、sm2，现在是“${signing}”`)

  const needed = (name: string, fits: RegExp, words: string): string => {
    const text = read(name)
    if (text !== undefined && fits.test(text)) return text
    problems.push(`${name} ${words}`)
    return ''
  }
  const keysOf = (prefix: string): Omit<PlatformSettings, 'url'> => {
    const keyId = needed(
      `${prefix}_KEY_ID`,
      /^[A-Za-z0-9._-]{1,64}$/,
      '要写明密钥的名字：1到64个字母、数字、点、- 或 _',
    )
    if (signing === 'sm2') {
      const privateKey = needed(
        'PLATFORM_SM2_PRIVATE_KEY',
        /^[0-9a-f]{64}$/i,
        '要写成64位十六进制：我们自己的 SM2 私钥',
      )
      const publicKey = needed(
        `${prefix}_PUBLIC_KEY`,
        /^04[0-9a-f]{128}$/i,
        '要写成 04 开头的130位十六进制：平台的 SM2 公钥',
      )
      return {
        secret: { algorithm: 'SM2-SM3', keyId, privateKey },
        verifying: { algorithm: 'SM2-SM3', keyId, publicKey },
      }
    }
    const secret = new Uint8Array(Buffer.from(read(`${prefix}_SECRET`) ?? '', 'base64'))
    if (secret.length < SECRET_BYTES) problems.push(`${prefix}_SECRET 要是至少32字节的密钥，写成 base64`)
    const key = { algorithm: 'HMAC-SHA256', keyId, secret } as const
    return { secret: key, verifying: key }
  }
  const one = (prefix: string): PlatformSettings | undefined => {
    const url = read(`${prefix}_URL`)?.replace(/\/+$/, '')
    if (url === undefined) return undefined
    if (!isHttp(url)) problems.push(`${prefix}_URL 要是 http:// 或 https:// 开头的地址`)
    return { url, ...keysOf(prefix) }
  }
  const scheduling = one(PREFIXES['hunan-scheduling'])
  const projects = one(PREFIXES['hunan-projects'])
  const shanxi = one(PREFIXES['shanxi-dispatch'])
  return {
    ...(scheduling && { 'hunan-scheduling': scheduling }),
    ...(projects && { 'hunan-projects': projects }),
    ...(shanxi && { 'shanxi-dispatch': shanxi }),
  }
}
