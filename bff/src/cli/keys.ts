import { parseArgs } from 'node:util'
import { readEnv } from '../env'
import { rotateTokenKeys } from '../identity/token-keys'
import { tokenKeys } from '../stores/identity-keys'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { keptSecret, masterKeysOf } from '../vault/master-keys'
import { systemSecretsOf } from '../vault/system-secrets'
import { UsageError } from './command'
import { needData, runOnDatabase } from './database-command'
import { table } from './table'

const USAGE = `用法：npm run keys -- list
      npm run keys -- rotate [--now]

  list     登录钥匙都有哪些，各用到什么时候
  rotate   换一把新的：先公布，10分钟后开始用，谁也察觉不到
  --now    旧的泄露了：立即换掉，所有手机会自己去领新的`

const moment = (at: Date | null): string => (at === null ? '—' : at.toISOString())

// npm run keys -- rotate: the keys that sign access tokens. Every running process reads them within a minute.
await runOnDatabase(process, async ({ settings, open, words }) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { now: { type: 'boolean', default: false } },
  })
  const [verb, ...rest] = positionals
  if ((verb !== 'list' && verb !== 'rotate') || rest.length > 0) throw new UsageError(USAGE)
  needData(settings)
  const env = readEnv(process.env)
  const systemSecrets = systemSecretsOf(masterKeysOf(env.masterKeys ?? [await keptSecret(env.dataDir)]))
  const database = await open(settings)
  await migrate(database, migrations)
  if (verb === 'rotate') {
    const world = { database, systemSecrets, clock: () => new Date() }
    const { kid, usedFrom, othersUntil } = await rotateTokenKeys(world, { atOnce: values.now })
    return [`新钥匙 ${kid}，${moment(usedFrom)} 开始用；旧钥匙用到 ${moment(othersUntil)}`]
  }
  const keys = await tokenKeys(database.queries, new Date())
  return table([
    ['钥匙', '开始用', '用到'],
    ...keys.map(({ publicKey, usedFrom, usedUntil }) => [publicKey.kid, moment(usedFrom), moment(usedUntil)]),
  ])
})
