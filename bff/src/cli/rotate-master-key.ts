import { readEnv } from '../env'
import { resealTokenKeys } from '../identity/token-keys'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { resealIndexKey } from '../vault/index-key'
import { keptSecret, masterKeysOf } from '../vault/master-keys'
import { rewrapDataKeys } from '../vault/rewrap-data-keys'
import { systemSecretsOf } from '../vault/system-secrets'
import { UsageError } from './command'
import { needData, runOnDatabase } from './database-command'

const USAGE = `用法：npm run rotate-master-key

  把所有的数据钥匙、登录钥匙和查找用的钥匙改用 MASTER_KEYS 里的第一把主密钥包好。
  先把新的写在 MASTER_KEYS 最前面、旧的留在后面，重启所有进程，再运行。可以重复运行。`

// npm run rotate-master-key: what is sealed stays as it is; only the keys to it are wrapped anew.
await runOnDatabase(process, async ({ settings, open, words }) => {
  if (words.length > 0) throw new UsageError(USAGE)
  needData(settings)
  const env = readEnv(process.env)
  const masterKeys = masterKeysOf(env.masterKeys ?? [await keptSecret(env.dataDir)])
  const database = await open(settings)
  await migrate(database, migrations)
  const { rewrapped, lost } = await rewrapDataKeys(database, masterKeys)
  const world = { database, systemSecrets: systemSecretsOf(masterKeys) }
  const resealed = await resealTokenKeys(world)
  const done = `换好 ${rewrapped} 把数据钥匙，${resealed} 把登录钥匙；现在都用主密钥 ${masterKeys.current.id}`
  if (lost > 0)
    throw new Error(`${done}\n还有 ${lost} 把数据钥匙的主密钥不在 MASTER_KEYS 里，打不开：请把它补在后面再运行`)
  await resealIndexKey(world, masterKeys.indexKey)
  return [done, '查找用的钥匙也换好了。旧的可以从 MASTER_KEYS 里去掉了；以前的备份还要用它们，请和备份一起留着。']
})
