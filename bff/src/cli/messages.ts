import { parseArgs } from 'node:util'
import { deadDeliveries, listDeliveries, retryDelivery } from '../stores/delivery-desk'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { UsageError } from './command'
import { needData, runOnDatabase } from './database-command'
import { table } from './table'

const USAGE = `用法：npm run messages -- list
      npm run messages -- dead
      npm run messages -- retry <编号>｜--all

  list    每种方式现在有多少条：等着发的、发出的、送到的、没有成的
  dead    没有发成的，各是为什么；里面没有手机号和内容
  retry   原因排除以后，再发一次`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// npm run messages -- dead: what did not reach people, for the operator. The server may keep running on a server database.
await runOnDatabase(process, async ({ settings, open, words }) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false } },
  })
  const [verb, id, ...rest] = positionals
  const fits = verb === 'retry' ? (id !== undefined) !== values.all : id === undefined && !values.all
  if (!['list', 'dead', 'retry'].includes(verb ?? '') || rest.length > 0 || !fits) throw new UsageError(USAGE)
  if (id !== undefined && !UUID.test(id)) throw new UsageError(`“${id}”不是编号；编号用 npm run messages -- dead 看`)
  needData(settings)
  const database = await open(settings)
  await migrate(database, migrations)
  if (verb === 'list') {
    const rows = await listDeliveries(database.queries)
    return table([
      ['方式', '状态', '条数'],
      ...rows.map(({ channel, state, count }) => [channel, state, String(count)]),
    ])
  }
  const dead = await deadDeliveries(database.queries)
  if (verb === 'dead') {
    return table([
      ['编号', '方式', '状态', '试了', '为什么', '排队时间'],
      ...dead.map((one) => [
        one.id,
        `${one.channel}${one.vendor === null ? '' : `/${one.vendor}`}`,
        one.state,
        `${one.attempts}次`,
        one.failure ?? '—',
        one.queued_at.toISOString(),
      ]),
    ])
  }
  const ids = id === undefined ? dead.map((one) => one.id) : [id]
  let again = 0
  for (const one of ids) {
    if (await database.transaction((transaction) => retryDelivery(transaction, one))) again += 1
  }
  if (id !== undefined && again === 0) throw new UsageError('没有这一条，或者它不用再发')
  return [`${again} 条重新排队，服务器会接着发`]
})
