import { compareCatalogues, type MeasureChange } from '@suanhui/shared/decision'
import { type FactValues, isKnown } from '@suanhui/shared/facts'
import { formatFen } from '@suanhui/shared/money'
import {
  type Catalogue,
  evaluate,
  explainCondition,
  factsOf,
  formatValue,
  syntheticCompanies,
} from '@suanhui/shared/rules'
import type { Subject } from './catalogue-command'
import { UsageError } from './command'
import { table } from './table'

async function readCatalogue(name: string, { catalogue, read }: Subject): Promise<Catalogue> {
  if (name === 'current') return catalogue
  const text = await read(name)
  const parsed = parse(text)
  if (parsed?.format !== catalogue.format) throw new UsageError(`${name} 不是用 npm run catalogue -- export 导出的规则`)
  return parsed
}

function parse(text: string): Catalogue | undefined {
  try {
    return JSON.parse(text) as Catalogue
  } catch {
    return undefined
  }
}

const signed = (fen: number): string => (fen < 0 ? `-${formatFen(-fen)}` : `+${formatFen(fen)}`)

function* drawn(next: () => FactValues, count: number): Generator<FactValues> {
  for (let index = 0; index < count; index++) yield next()
}

function rowOf({ measureId, gain, lose, more, less, ceilingFen }: MeasureChange): readonly string[] {
  return [measureId, String(gain), String(lose), String(more), String(less), signed(ceilingFen)]
}

/** Why a company that had it no longer does: the criteria that it fails now. */
function reasonOf(catalogue: Catalogue, measureId: string, facts: FactValues): string {
  const [id, slug] = measureId.split('/')
  const measure = catalogue.documents.find((one) => one.id === id)?.measures.find((one) => one.slug === slug)
  if (measure === undefined) return '新的一版里没有这一项'
  const failed = measure.criteria.filter((criterion) => evaluate(criterion, facts) === 'false')
  const told = (fact: string) => {
    const definition = catalogue.facts[fact]
    return definition && isKnown(facts, fact) ? formatValue(definition, facts[fact]) : '没有填'
  }
  const words = failed.map((one) => `要${explainCondition(one, catalogue)}，它是${factsOf(one).map(told).join('、')}`)
  return words.join('；') || '条件都符合，但算出来没有金额，或者文件已经失效'
}

/** Prints who gains and who loses between two versions of the rules, over companies made by a seed. */
export async function catalogueDiff(subject: Subject): Promise<void> {
  const [from = '', to = ''] = subject.given
  const before = await readCatalogue(from, subject)
  const after = await readCatalogue(to, subject)
  const { companies, seed, on, print } = subject
  const changes = compareCatalogues(before, after, drawn(syntheticCompanies(after, seed), companies), on)
  print(`${before.version} → ${after.version}，${companies} 家虚构的企业（种子 ${seed}）\n\n`)
  if (changes.length === 0) return print('没有一家企业的结果有变化\n')
  const heading = ['措施', '新符合', '不再符合', '上限变高', '上限变低', '上限合计']
  print(`${table([heading, ...changes.map(rowOf)]).join('\n')}\n`)
  const losers = changes.flatMap(({ measureId, losers: examples }) =>
    examples.map((facts) => `  ${measureId}　${reasonOf(after, measureId, facts)}`),
  )
  if (losers.length > 0) print(`\n不再符合的例子：\n${losers.join('\n')}\n`)
}
