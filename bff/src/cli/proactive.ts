import { parseArgs } from 'node:util'
import { formatDate, type IsoDate, shanghaiDay } from '@suanhui/shared/date'
import { catalogue } from '@suanhui/shared/policies'
import { syntheticCompanies } from '@suanhui/shared/rules'
import { countCountry, SharedColumns } from '../services/country'
import { findCompanies, type KnownCompany } from '../services/find-companies'
import { everyCompany } from '../stores/consenting-companies'
import { migrate } from '../stores/migrate'
import { migrations } from '../stores/migrations'
import { UsageError } from './command'
import { type DatabaseCommand, needData, runOnDatabase } from './database-command'
import { table } from './table'

const USAGE = `用法：npm run proactive -- --measure hn-2026-168/compute-voucher [选项]
      npm run proactive -- --all [选项]

  --measure <编号>       哪些企业符合这一项
  --all                  每一项各有多少家符合

  --synthetic <1000000>  不看数据库，用这么多家虚构的企业来试
  --seed <1>             虚构企业的种子
  --list <20>            列出前几家
  --help                 看这段说明`

const SHARE_KNOWN = 0.8

function* drawn(count: number, seed: number): Generator<KnownCompany> {
  const next = syntheticCompanies(catalogue, seed, SHARE_KNOWN)
  for (let number = 1; number <= count; number++) yield { companyId: `synthetic-${number}`, facts: next() }
}

const whole = (name: string, text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new UsageError(`--${name} 要写成不小于 0 的整数\n\n${USAGE}`)
  return value
}

async function companiesOf(
  { settings, open }: DatabaseCommand,
  synthetic: string | undefined,
  seed: number,
): Promise<AsyncIterable<KnownCompany> | Iterable<KnownCompany>> {
  if (synthetic !== undefined) return drawn(whole('synthetic', synthetic), seed)
  needData(settings)
  const database = await open(settings)
  await migrate(database, migrations)
  return everyCompany(database.queries)
}

const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(1)

/** Every measure that is in force today, with how many companies qualify. */
async function countAll(
  companies: AsyncIterable<KnownCompany> | Iterable<KnownCompany>,
  today: IsoDate,
): Promise<readonly string[]> {
  const columns = new SharedColumns(catalogue)
  for await (const { facts } of companies) columns.add(facts)
  const start = performance.now()
  const counts = await countCountry(columns)
  const inForce = catalogue.documents
    .filter(({ inForce: { from, to } }) => from <= today && today <= to)
    .map(({ id }) => id)
  const rows = counts
    .filter(({ measureId }) => inForce.includes(measureId.split('/')[0] ?? ''))
    .map(({ measureId, eligible, undetermined }) => [`  ${measureId}`, String(eligible), String(undetermined)])
  return [
    `看了 ${columns.count} 家企业，${rows.length} 项措施，判断用时 ${seconds(start)} 秒`,
    ...table([['  措施', '符合', '还缺信息'], ...rows]),
  ]
}

// npm run proactive -- --measure ID: who, of the companies that agreed to be told, qualifies for a measure today.
await runOnDatabase(process, async (command) => {
  const { values } = parseArgs({
    args: [...command.words],
    options: {
      all: { type: 'boolean', default: false },
      measure: { type: 'string', default: '' },
      synthetic: { type: 'string' },
      seed: { type: 'string', default: '1' },
      list: { type: 'string', default: '20' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return [USAGE]
  const today = shanghaiDay(new Date())
  const start = performance.now()
  const companies = (): ReturnType<typeof companiesOf> =>
    companiesOf(command, values.synthetic, whole('seed', values.seed))
  if (values.all) return countAll(await companies(), today)
  const [id, slug] = values.measure.split('/')
  const document = catalogue.documents.find((one) => one.id === id)
  const measure = document?.measures.find((one) => one.slug === slug)
  if (document === undefined || measure === undefined) throw new UsageError(USAGE)
  if (today < document.inForce.from || today > document.inForce.to) {
    return [`${document.documentNo}${formatDate(today)}不在有效期内，没有企业能申报`]
  }
  const found = await findCompanies(catalogue, measure, await companies())
  return [
    `${measure.title}（${document.documentNo}）`,
    `看了 ${found.companies} 家企业：${found.eligible.length} 家符合，${found.undetermined} 家还缺信息，用时 ${seconds(start)} 秒`,
    ...found.eligible.slice(0, whole('list', values.list)).map((company) => `  ${company}`),
  ]
})
