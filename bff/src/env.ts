import { fileURLToPath } from 'node:url'
import type { SmsSettings } from './channels/sms/index'
import { readSmsSettings } from './channels/sms/settings'
import { readWechatMessageSettings, type WechatMessageSettings } from './channels/wechat-settings'
import { type PlatformsSettings, readPlatformSettings } from './platforms/settings'
import { type RegistrySettings, readRegistrySettings } from './registry/settings'
import { type PaperSettings, readPaperSettings } from './services/papers/settings'
import { readStorageSettings, type StorageSettings } from './storage/settings'
import { type DatabaseSettings, readDatabaseSettings } from './stores/settings'
import type { WechatAccount } from './wechat/client'
import { readWechatAccount } from './wechat/settings'

/** What the operator decides. Absent variables have defaults: `npm start` needs none of them. */
export interface Env {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly sandboxPort: number
  readonly dataDir: string
  readonly pageDir: string
  readonly logLevel: LogLevel
  /** The private key of the catalogue's signature, as JWK; absent, one is made once and kept in `dataDir`. */
  readonly catalogueSigningKey: string | undefined
  /** Secrets of 32 bytes, the current one first; absent, one is made once and kept in `dataDir`. */
  readonly masterKeys: readonly Uint8Array[] | undefined
  /** Requests a minute that one person may make; an address may make ten times as many. */
  readonly rateLimitPerMinute: number
  /** Login codes that leave in any hour, to all numbers together. */
  readonly smsCodesPerHour: number
  /** Whether messages that are not urgent wait for the morning. */
  readonly quietHours: boolean
  /** How long it still answers after it was told to stop, so that a proxy learns of it first. */
  readonly drainMs: number
  /** Whether a proxy of ours writes the client's address into `X-Forwarded-For`. */
  readonly trustProxy: boolean
  /** Absent, nobody signs in by WeChat. */
  readonly wechat: WechatAccount | undefined
  /** Templates of messages, and by what those pushed to us are known to be WeChat's. */
  readonly wechatMessages: WechatMessageSettings
  readonly sms: SmsSettings
  /** `DATABASE_URL`, else the embedded one in `dataDir`. */
  readonly database: DatabaseSettings
  /** Those that have an address. */
  readonly platforms: PlatformsSettings
  /** An object store by `S3_…`, else files in `dataDir`. */
  readonly storage: StorageSettings
  readonly papers: PaperSettings
  /** Absent, a person types what stands on the licence. */
  readonly registry: RegistrySettings | undefined
  /** Where a collector reads the metrics: never the public port. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Everything that is wrong with the environment, one line each. */
export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`启动设置不对：\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'EnvError'
  }
}

// `src/` and `dist/` lie at the same depth, so this holds for the source and for the bundle.
const fromRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const isLogLevel = (text: string): text is LogLevel => LOG_LEVELS.some((level) => level === text)

/**
 * Reads the environment; the only place that does. An empty variable counts as absent.
 * @throws {EnvError} naming everything that is wrong, at once.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const problems: string[] = []
  const read = (name: string): string | undefined => variables[name] || undefined

  const port = (name: string, fallback: number): number => {
    const text = read(name)
    if (text === undefined) return fallback
    if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
    problems.push(`${name} 要是 0 到 65535 之间的整数，现在是“${text}”`)
    return fallback
  }
  const positive = (name: string, fallback: number): number => {
    const text = read(name)
    if (text === undefined) return fallback
    if (/^\d{1,7}$/.test(text) && Number(text) > 0) return Number(text)
    problems.push(`${name} 要是大于0的整数，现在是“${text}”`)
    return fallback
  }
  const whole = (name: string, fallback: number, most: number): number => {
    const text = read(name)
    if (text === undefined) return fallback
    if (/^\d{1,7}$/.test(text) && Number(text) <= most) return Number(text)
    problems.push(`${name} 要是0到${most}之间的整数，现在是“${text}”`)
    return fallback
  }
  const logLevel = read('LOG_LEVEL') ?? 'info'
  if (!isLogLevel(logLevel)) problems.push(`LOG_LEVEL 只能是 ${LOG_LEVELS.join('、')}，现在是“${logLevel}”`)

  const catalogueSigningKey = read('CATALOGUE_SIGNING_KEY')
  // What the key holds is never shown, not even where it is wrong.
  if (catalogueSigningKey !== undefined && !isPrivateKey(catalogueSigningKey)) {
    problems.push('CATALOGUE_SIGNING_KEY 要是一把 P-256 私钥，写成 JWK：kty、crv、x、y、d 都要有')
  }

  const masterKeys = read('MASTER_KEYS')
    ?.split(',')
    .map((text) => new Uint8Array(Buffer.from(text.trim(), 'base64')))
  if (masterKeys?.some((key) => key.length !== 32)) {
    problems.push('MASTER_KEYS 要是32字节的密钥，写成 base64；有几把用逗号隔开，正在用的写在最前面')
  }

  const dataDir = read('DATA_DIR') ?? fromRepository('.data')
  const env: Env = {
    host: read('HOST') ?? '127.0.0.1',
    port: port('PORT', 8787),
    sandboxPort: port('SANDBOX_PORT', 8788),
    dataDir,
    pageDir: read('PAGE_DIR') ?? fromRepository('miniapp/dist/h5'),
    logLevel: isLogLevel(logLevel) ? logLevel : 'info',
    catalogueSigningKey,
    masterKeys,
    rateLimitPerMinute: positive('RATE_LIMIT_PER_MINUTE', 600),
    smsCodesPerHour: positive('SMS_CODES_PER_HOUR', 1_000),
    quietHours: read('QUIET_HOURS') !== 'off',
    drainMs: 1_000 * whole('DRAIN_SECONDS', 0, 60),
    trustProxy: read('TRUST_PROXY') === '1',
    wechat: readWechatAccount(read, problems),
    wechatMessages: readWechatMessageSettings(read, problems),
    sms: { ...readSmsSettings(read, problems), showing: logLevel === 'debug' || logLevel === 'trace' },
    database: readDatabaseSettings(read, dataDir, problems),
    platforms: readPlatformSettings(read, problems),
    storage: readStorageSettings(read, dataDir, problems),
    papers: readPaperSettings(read, problems),
    registry: readRegistrySettings(read, problems),
    metrics:
      read('METRICS_PORT') === undefined
        ? undefined
        : { host: read('METRICS_HOST') ?? '127.0.0.1', port: port('METRICS_PORT', 0) },
  }
  if (problems.length > 0) throw new EnvError(problems)
  return env
}

function isPrivateKey(text: string): boolean {
  try {
    const key: unknown = JSON.parse(text)
    if (typeof key !== 'object' || key === null) return false
    const { kty, crv, x, y, d } = key as Record<string, unknown>
    return kty === 'EC' && crv === 'P-256' && [x, y, d].every((part) => typeof part === 'string')
  } catch {
    return false
  }
}
