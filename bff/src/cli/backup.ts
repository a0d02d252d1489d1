import { resolve } from 'node:path'
import { backUp } from '../stores/backup/move'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { UsageError } from './command'
import { listTables, needData, runOnDatabase } from './database-command'

// npm run backup -- FILE: everything the server keeps, in one file.
await runOnDatabase(process, async ({ settings, open, words }) => {
  const [name, ...rest] = words
  if (name === undefined || rest.length > 0) throw new UsageError('用法：npm run backup -- 备份文件名')
  const file = resolve(name)
  needData(settings)
  const database = await open(settings)
  await migrate(database, migrations)
  const tables = await backUp(database, file, new Date())
  return [`备份好了：${file}`, ...listTables(tables), '已从文件读回来核对过。文件里有企业和个人的信息，请妥善保管。']
})
