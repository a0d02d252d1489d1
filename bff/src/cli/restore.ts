import { resolve } from 'node:path'
import { TargetNotEmptyError } from '../stores/backup/load-tables'
import { restore } from '../stores/backup/move'
import { migrations } from '../stores/migrations'
import { UsageError } from './command'
import { listTables, runOnDatabase } from './database-command'

const REPLACE = '--replace'

// npm run restore -- FILE [--replace]: fills an empty database from a backup.
await runOnDatabase(process, async ({ settings, open, words }) => {
  const replace = words.includes(REPLACE)
  const [name, ...rest] = words.filter((word) => word !== REPLACE)
  if (name === undefined || rest.length > 0) throw new UsageError(`用法：npm run restore -- 备份文件名 [${REPLACE}]`)
  const database = await open(settings)
  const tables = await restore(database, resolve(name), { migrations, replace }).catch((error: unknown) => {
    if (!(error instanceof TargetNotEmptyError)) throw error
    throw new UsageError(`${error.message}。确定要用备份换掉现有的全部数据，请在命令后面加上 ${REPLACE}`)
  })
  return ['恢复好了，每张表的行数和内容都核对过：', ...listTables(tables)]
})
