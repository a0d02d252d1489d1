import { parseArgs } from 'node:util'
import { matchRequest } from '@suanhui/shared/api'
import type { IsoDate } from '@suanhui/shared/date'
import { match } from '@suanhui/shared/decision'
import type { Catalogue } from '@suanhui/shared/rules'
import { fieldErrors } from '../middleware/checked'
import { type Terminal, UsageError } from './command'
import { matchReport } from './match-report'

export const MATCH_USAGE = `用法：npm run match -- <facts.json> [选项]

  <facts.json>           写着情况的文件：事实的编号和值，或者整个请求 {"facts": …}；写 - 就从标准输入读
  --as-of <2026-11-21>   按哪一天的规定算，不写就是今天
  --explain <all|编号,…>  列出条件：✓ 符合　✗ 不符合　? 还不知道
  --json                 输出和接口 POST /v1/match 一样的 JSON
  --help                 看这段说明
`

function parsed(text: string, path: string): object {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UsageError(`${path === '-' ? '标准输入' : path} 里不是正确的 JSON`)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new UsageError(`${path === '-' ? '标准输入' : path} 里要写一个 JSON 对象：事实的编号和它的值`)
}

const explainOf = (text: string): string | readonly string[] =>
  text === 'all' || text === 'none' ? text : text.split(',').map((id) => id.trim())

/**
 * Answers for the facts in a file, as a table or as the API would.
 * @throws {UsageError} naming every fact that cannot be taken.
 */
export async function matchCommand(
  args: readonly string[],
  { read, print }: Terminal,
  catalogue: Catalogue,
  today: IsoDate,
): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      explain: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return print(MATCH_USAGE)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UsageError(MATCH_USAGE)
  const given = parsed(await read(path), path)
  const request = matchRequest(catalogue).safeParse({
    // Every fact's id has a dot, so `facts` can only be the key of a whole request.
    ...('facts' in given ? given : { facts: given }),
    ...(values['as-of'] !== undefined && { asOf: values['as-of'] }),
    ...(values.explain !== undefined && { explain: explainOf(values.explain) }),
  })
  if (!request.success) {
    const problems = fieldErrors(request.error.issues, 'json')
    throw new UsageError(problems.map(({ field, message }) => `${field}：${message}`).join('\n'))
  }
  const { facts, asOf = today, explain } = request.data
  const answer = match(catalogue, facts, asOf, explain)
  print(values.json ? `${JSON.stringify(answer, null, 2)}\n` : matchReport(catalogue, answer))
}
