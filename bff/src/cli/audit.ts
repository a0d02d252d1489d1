import { once } from 'node:events'
import { anchorFile, readAnchors } from '../audit/anchors'
import { everyEntry } from '../audit/list-audit'
import { verifyAudit } from '../audit/verify-audit'
import { readEnv } from '../env'
import type { Database } from '../stores/database'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { UsageError } from './command'
import { needData, runOnDatabase } from './database-command'

const USAGE = `用法：npm run audit -- verify
      npm run audit -- export > 文件名

  verify   谁做过什么的记录，前后接不接得上，和每小时记下的指纹一样不一样；不对时退出码是 1
  export   全部记录，一行一条 JSON`

async function verify(database: Database, dataDir: string): Promise<readonly string[]> {
  const file = anchorFile(dataDir)
  const anchors = await readAnchors(file)
  const { entries, lastHash, brokenAt, unlike } = await verifyAudit(database.queries, anchors)
  if (brokenAt !== undefined) throw new Error(`第 ${brokenAt} 条对不上：前面 ${entries} 条完好，从这里起被人动过`)
  if (unlike !== undefined) {
    throw new Error(
      `${unlike.at} 记下的第 ${unlike.entries} 条，现在不是那一条了：末尾被截掉过，或者整个换过。` +
        `刚恢复过旧备份的话，确认无误以后把 ${file} 移走`,
    )
  }
  return [
    `${entries} 条，前后相接，没有被改过；和记下的 ${anchors.length} 个指纹一样`,
    `最后一条的指纹：${lastHash}`,
    '最后一小时里末尾有没有被截掉，请和另外记下的条数、指纹比一比',
  ]
}

async function exportAll(database: Database): Promise<readonly string[]> {
  for await (const entry of everyEntry(database.queries)) {
    if (!process.stdout.write(`${JSON.stringify(entry)}\n`)) await once(process.stdout, 'drain')
  }
  return []
}

// npm run audit: whether the record of who did what still holds together, and the record itself.
await runOnDatabase(process, async ({ settings, open, words }) => {
  const [verb, ...rest] = words
  if ((verb !== 'verify' && verb !== 'export') || rest.length > 0) throw new UsageError(USAGE)
  needData(settings)
  const { dataDir } = readEnv(process.env)
  const database = await open(settings)
  await migrate(database, migrations)
  return verb === 'verify' ? verify(database, dataDir) : exportAll(database)
})
