import { move } from '../stores/backup/move'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { UsageError } from './command'
import { listTables, needData, runOnDatabase } from './database-command'

// npm run migrate-to-postgres: the embedded database moves to the server that DATABASE_URL names.
await runOnDatabase(process, async ({ settings, embedded, open }) => {
  if (settings.engine !== 'server') {
    throw new UsageError('请先设置 DATABASE_URL，写明要搬到哪个 PostgreSQL：postgres://用户名:密码@主机:5432/数据库名')
  }
  needData(embedded)
  const source = await open(embedded)
  await migrate(source, migrations)
  const { tables, alreadyThere } = await move(source, await open(settings), migrations)
  const done = alreadyThere ? '之前已经搬好了，两边的数据一样，没有再写：' : '搬好了，每张表的行数和内容都核对过：'
  return [done, ...listTables(tables), '以后启动服务也要带着 DATABASE_URL，否则用的还是原来的数据。']
})
