import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import { z } from 'zod'

const KeyPair = z.object({ keyId: z.string(), secret: z.string() })

const Sm2Pair = z.object({ privateKey: z.string(), publicKey: z.string() })
const sm2Pair = (): z.infer<typeof Sm2Pair> => sm2.generateKeyPairHex()
/** National keys (国密): the product's own, and the one that all three platforms sign with. */
const Sm2Pairs = z.object({ product: Sm2Pair, platforms: Sm2Pair })

/** What product and sandbox both know, as an operator would have got it from each vendor and each platform. */
export const Secrets = z.object({
  hunanScheduling: KeyPair,
  hunanProjects: KeyPair,
  shanxiDispatch: KeyPair,
  sm2: Sm2Pairs.default(() => ({ product: sm2Pair(), platforms: sm2Pair() })),
  wechat: z.object({
    appId: z.string(),
    secret: z.string(),
    /** Of the message callback. */
    token: z.string(),
    encodingAesKey: z.string().length(43),
  }),
  aliyun: z.object({ accessKeyId: z.string(), accessKeySecret: z.string() }),
  tencent: z.object({ secretId: z.string(), secretKey: z.string(), sdkAppId: z.string() }),
  /** Part of the address at which the vendors' receipts are taken: they are not signed. */
  receiptsPath: z.string(),
  registryKey: z.string(),
  invoiceKey: z.string(),
})
export type Secrets = z.infer<typeof Secrets>

const secret = (): string => randomBytes(32).toString('base64')
const word = (length: number): string => randomBytes(length).toString('hex').slice(0, length)
const keyPair = (name: string): z.infer<typeof KeyPair> => ({ keyId: `${name}-${word(8)}`, secret: secret() })

export const newSecrets = (): Secrets => ({
  hunanScheduling: keyPair('hunan-scheduling'),
  hunanProjects: keyPair('hunan-projects'),
  shanxiDispatch: keyPair('shanxi-dispatch'),
  sm2: { product: sm2Pair(), platforms: sm2Pair() },
  wechat: {
    appId: `wx${word(16)}`,
    secret: word(32),
    token: word(24),
    encodingAesKey: randomBytes(32).toString('base64').slice(0, 43),
  },
  aliyun: { accessKeyId: `LTAI${word(20)}`, accessKeySecret: word(30) },
  tencent: { secretId: `AKID${word(32)}`, secretKey: word(32), sdkAppId: '1400000001' },
  receiptsPath: word(32),
  registryKey: secret(),
  invoiceKey: secret(),
})

/** The secrets of this folder: made at the first start, readable by their owner only, the same from then on. */
export function keptSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'sandbox-secrets.json')
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  const secrets = before === undefined ? newSecrets() : Secrets.parse(JSON.parse(before))
  const text = `${JSON.stringify(secrets, undefined, 2)}\n`
  if (text === before) return secrets
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return secrets
}
