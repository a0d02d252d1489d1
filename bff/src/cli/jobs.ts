import { deadJobs, revive } from '../jobs/queue'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { UsageError } from './command'
import { needData, runOnDatabase } from './database-command'
import { table } from './table'

const USAGE = `用法：npm run jobs -- dead
      npm run jobs -- revive 编号…

  dead     办不下去、已经放弃的事，各是为什么
  revive   原因排除以后再办一次，编号见 dead`

// npm run jobs: what the queue gave up on. What a job is about is not shown: it holds ids only, and those are people's.
await runOnDatabase(process, async ({ settings, open, words }) => {
  const [verb, ...ids] = words
  const known = (verb === 'dead' && ids.length === 0) || (verb === 'revive' && ids.length > 0)
  if (!known || ids.some((id) => !/^\d{1,15}$/.test(id))) throw new UsageError(USAGE)
  needData(settings)
  const database = await open(settings)
  await migrate(database, migrations)
  if (verb === 'dead') {
    const jobs = await deadJobs(database.queries)
    if (jobs.length === 0) return ['没有']
    return table([
      ['编号', '什么事', '试过几次', '放弃的时间', '原因'],
      ...jobs.map(({ id, kind, attempts, endedAt, failure }) => [
        String(id),
        kind,
        String(attempts),
        endedAt?.toISOString() ?? '—',
        failure ?? '—',
      ]),
    ])
  }
  const lines: string[] = []
  for (const id of ids)
    lines.push((await revive(database.queries, Number(id))) ? `${id} 再办一次` : `${id} 不在放弃的里面`)
  return lines
})
