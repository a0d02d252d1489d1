import { parseArgs } from 'node:util'
import { formatDate, type IsoDate, isIsoDate } from '@suanhui/shared/date'
import { type Catalogue, lint } from '@suanhui/shared/rules'
import { catalogueDiff } from './catalogue-diff'
import { Failed, type Terminal, UsageError } from './command'
import { table } from './table'

/** What a subcommand works on. It throws `Failed` after printing what is wrong with the catalogue. */
export interface Subject {
  readonly catalogue: Catalogue
  readonly on: IsoDate
  readonly print: Terminal['print']
  readonly read: Terminal['read']
  /** What stands behind the subcommand's name. */
  readonly given: readonly string[]
  /** How many synthetic companies to look at, and from which seed. */
  readonly companies: number
  readonly seed: number
}

export interface Subcommand {
  /** What must stand behind the name, for the usage text. */
  readonly takes: readonly string[]
  /** One line for the usage text. */
  readonly summary: string
  readonly run: (subject: Subject) => void | Promise<void>
}

function list({ catalogue, print }: Subject): void {
  for (const { id, title, documentNo, inForce, measures } of catalogue.documents) {
    print(`${title}（${documentNo}）　${formatDate(inForce.from)}到${formatDate(inForce.to)}\n`)
    const rows = measures.map(({ slug, title: name, clauses }) => [`  ${id}/${slug}`, clauses.join('、'), name])
    print(`${table(rows).join('\n')}\n\n`)
  }
}

function check({ catalogue, on, print }: Subject): void {
  const findings = lint(catalogue, on)
  const measures = catalogue.documents.reduce((total, document) => total + document.measures.length, 0)
  if (findings.length === 0) {
    print(`${catalogue.documents.length} 份文件、${measures} 项措施，按${formatDate(on)}检查，没有发现问题\n`)
    return
  }
  print(
    `${table(findings.map(({ rule, where, text }) => [rule, where, text])).join('\n')}\n\n${findings.length} 个问题\n`,
  )
  throw new Failed()
}

/** One line a subcommand. */
const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  check: { takes: [], summary: '检查规则有没有毛病', run: check },
  diff: {
    takes: ['A', 'B'],
    summary: '两版规则之间谁多得、谁少得（文件是 export 导出的，current 指现在这版）',
    run: catalogueDiff,
  },
  export: {
    takes: [],
    summary: '把现在的规则导出成 JSON',
    run: ({ catalogue, print }) => print(`${JSON.stringify(catalogue)}\n`),
  },
  list: { takes: [], summary: '列出文件和措施', run: list },
}

export const CATALOGUE_USAGE = `用法：npm run catalogue -- <命令> [选项]

${table(Object.entries(SUBCOMMANDS).map(([name, { takes, summary }]) => [`  ${[name, ...takes].join(' ')}`, summary])).join('\n')}

  --as-of <2026-11-21>   按哪一天看，不写就是今天
  --companies <100000>   diff 用多少家虚构的企业来比
  --seed <1>             虚构企业的种子，同一个种子每次都一样
  --help                 看这段说明
`

/** Runs the subcommand that the first argument names. */
export async function catalogueCommand(
  args: readonly string[],
  { print, read }: Terminal,
  catalogue: Catalogue,
  today: IsoDate,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string', default: today },
      companies: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return print(CATALOGUE_USAGE)
  const [name = '', ...given] = positionals
  const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined
  if (subcommand === undefined || given.length !== subcommand.takes.length) throw new UsageError(CATALOGUE_USAGE)
  if (!isIsoDate(values['as-of'])) throw new UsageError('--as-of 要写成 2026-11-21 这样，并且这一天存在')
  const companies = Number(values.companies)
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(companies) || companies < 1) throw new UsageError('--companies 要写成大于 0 的整数')
  if (!Number.isSafeInteger(seed)) throw new UsageError('--seed 要写成整数')
  await subcommand.run({ catalogue, on: values['as-of'], print, read, given, companies, seed })
}
