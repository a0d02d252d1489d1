import { parseArgs } from 'node:util'
import { formatDate, type IsoDate, isIsoDate } from '@suanhui/shared/date'
import type { Catalogue } from '@suanhui/shared/rules'
import { type Terminal, UsageError } from './command'
import { table } from './table'

/** What a subcommand works on. It throws `Failed` after printing what is wrong with the catalogue. */
export interface Subject {
  readonly catalogue: Catalogue
  readonly on: IsoDate
  readonly print: Terminal['print']
}

export interface Subcommand {
  /** One line for the usage text. */
  readonly summary: string
  readonly run: (subject: Subject) => void
}

function list({ catalogue, print }: Subject): void {
  for (const { id, title, documentNo, inForce, measures } of catalogue.documents) {
    print(`${title}（${documentNo}）　${formatDate(inForce.from)}到${formatDate(inForce.to)}\n`)
    const rows = measures.map(({ slug, title: name, clauses }) => [`  ${id}/${slug}`, clauses.join('、'), name])
    print(`${table(rows).join('\n')}\n\n`)
  }
}

/** One line a subcommand. */
const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  list: { summary: '列出文件和措施', run: list },
}

export const CATALOGUE_USAGE = `用法：npm run catalogue -- <命令> [选项]

${table(Object.entries(SUBCOMMANDS).map(([name, { summary }]) => [`  ${name}`, summary])).join('\n')}

  --as-of <2026-11-21>   按哪一天看，不写就是今天
  --help                 看这段说明
`

/** Runs the subcommand that the first argument names. */
export async function catalogueCommand(
  args: readonly string[],
  { print }: Terminal,
  catalogue: Catalogue,
  today: IsoDate,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'as-of': { type: 'string', default: today }, help: { type: 'boolean', default: false } },
  })
  if (values.help) return print(CATALOGUE_USAGE)
  const [name = '', ...more] = positionals
  const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined
  if (subcommand === undefined || more.length > 0) throw new UsageError(CATALOGUE_USAGE)
  if (!isIsoDate(values['as-of'])) throw new UsageError('--as-of 要写成 2026-11-21 这样，并且这一天存在')
  subcommand.run({ catalogue, on: values['as-of'], print })
}
