import { createApp } from '@suanhui/bff/app'
import { NO_MESSAGING } from '@suanhui/bff/channels/settings'
import type { Deps } from '@suanhui/bff/deps'
import type { AccessTokens } from '@suanhui/bff/identity/access-tokens'
import { createLog } from '@suanhui/bff/log'
import { openGate } from '@suanhui/bff/middleware/gate'
import { tokenBuckets } from '@suanhui/bff/middleware/token-buckets'
import type { Paperwork } from '@suanhui/bff/paperwork/paperwork'
import { NO_PLATFORMS } from '@suanhui/bff/platforms/world'
import type { PaperWorld } from '@suanhui/bff/services/papers/ports'
import { type PublishedCatalogue, publishCatalogue } from '@suanhui/bff/services/publish-catalogue'
import { signingKeyOf } from '@suanhui/bff/services/signing-key'
import type { Database } from '@suanhui/bff/stores/database'
import { masterKeysOf } from '@suanhui/bff/vault/master-keys'
import { openVault } from '@suanhui/bff/vault/open-vault'
import { systemSecretsOf } from '@suanhui/bff/vault/system-secrets'
import type { ErrorBody } from '@suanhui/shared/error'
import { catalogue } from '@suanhui/shared/policies'
import { paperRules } from '@suanhui/shared/policies/paper-rules'
import { exportJWK, generateKeyPair } from 'jose'

export { BUYER } from './buyer'

/** 2026-11-21 in Shanghai, still the 20th in London. */
export const NOW = new Date('2026-11-20T17:30:00Z')
export const TODAY = '2026-11-21'

const newKey = async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return signingKeyOf(await exportJWK(privateKey))
}

/** Signing and packing the catalogue takes a moment; the tests of one file share it. */
let published: Promise<PublishedCatalogue> | undefined

/** For routes that need none: a route that asks it anything gets a 500, and its test fails. */
const refusing = <T extends object>(parts: Partial<T> = {}): T =>
  new Proxy(parts as T, {
    get: (_, name) => {
      if (Object.hasOwn(parts, name)) return parts[name as keyof T]
      throw new Error(`this test has no database, and was asked for ${String(name)}`)
    },
  })

/** Routes may take hold of `queries` when they are made; they may not ask it anything. */
const noDatabase = refusing<Database>({ queries: refusing<Database['queries']>() })

/** For routes that keep no files. */
const noPapers = new Proxy({} as PaperWorld, {
  get: (_, name) => {
    throw new Error(`this test keeps no files, and was asked for ${String(name)}`)
  },
})

/** For routes that print nothing. */
const noPaperwork = new Proxy({} as Paperwork, {
  get: (_, name) => {
    throw new Error(`this test prints nothing, and was asked for ${String(name)}`)
  },
})

/** There are no keys without a database, and so no tokens. */
const noAccessTokens: AccessTokens = {
  issue: () => Promise.reject(new Error('this test has no keys')),
  identify: async () => undefined,
  sessionEnded: () => undefined,
  publicKeys: async () => [],
}

/** The real app over a fixed clock, counted ids and a log that is kept: what a test gives replaces a part. */
export async function testServer(given: Partial<Deps> = {}) {
  published ??= newKey().then((key) => publishCatalogue(catalogue, key))
  const lines: string[] = []
  let count = 0
  const deps: Deps = {
    clock: () => NOW,
    elapsedMs: () => performance.now(),
    newId: () => `test-id-${String(++count).padStart(4, '0')}`,
    log: createLog('trace', { write: (line) => void lines.push(line) }),
    random: Math.random,
    fetch: () => Promise.reject(new Error('this server reaches no other')),
    published: await published,
    database: noDatabase,
    papers: noPapers,
    paperwork: noPaperwork,
    paperRules,
    platforms: NO_PLATFORMS,
    vault: openVault(masterKeysOf([new Uint8Array(32).fill(7)])),
    systemSecrets: systemSecretsOf(masterKeysOf([new Uint8Array(32).fill(7)])),
    accessTokens: noAccessTokens,
    identify: async () => undefined,
    wechat: undefined,
    sms: { send: () => Promise.reject(new Error('this server sends no text messages')) },
    channels: {},
    messaging: NO_MESSAGING,
    companyRegistry: undefined,
    smsCodesPerHour: 1_000,
    gate: openGate({ most: Number.POSITIVE_INFINITY }),
    rateLimits: { addresses: tokenBuckets(1_000_000, () => 0), people: tokenBuckets(1_000_000, () => 0) },
    quietHours: true,
    trustProxy: false,
    wakeJobs: () => undefined,
    databaseHealth: async () => ({ ok: true }),
    page: undefined,
    ...given,
  }
  const app = createApp(deps)
  return {
    app,
    deps,
    lines,
    get: (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    match: (body: unknown) =>
      app.request('/v1/match', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

export const errorOf = async (response: Response): Promise<ErrorBody['error']> =>
  ((await response.json()) as ErrorBody).error
