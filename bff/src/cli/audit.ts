import { verifyAudit } from '../audit/verify-audit'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { UsageError } from './command'
import { needData, runOnDatabase } from './database-command'

// npm run audit -- verify: whether the record of who did what still holds together.
await runOnDatabase(process, async ({ settings, open, words }) => {
  if (words.length !== 1 || words[0] !== 'verify') throw new UsageError('用法：npm run audit -- verify')
  needData(settings)
  const database = await open(settings)
  await migrate(database, migrations)
  const { entries, lastHash, brokenAt } = await verifyAudit(database.queries)
  if (brokenAt !== undefined) throw new Error(`第 ${brokenAt} 条对不上：前面 ${entries} 条完好，从这里起被人动过`)
  return [
    `${entries} 条，前后相接，没有被改过`,
    `最后一条的指纹：${lastHash}`,
    '末尾有没有被截掉，请和上次记下的条数、指纹比一比',
  ]
})
