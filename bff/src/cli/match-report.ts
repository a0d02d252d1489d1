import { formatDate, type IsoDate } from '@suanhui/shared/date'
import type { Amount, Answer, CriterionResult, Decision } from '@suanhui/shared/decision'
import { type Fen, formatFen } from '@suanhui/shared/money'
import { type Catalogue, formatValue, type MeasureId, type PolicyDocument } from '@suanhui/shared/rules'
import { table } from './table'

const range = (minFen: Fen, maxFen: Fen): string => {
  if (minFen === maxFen) return formatFen(maxFen)
  return minFen > 0 ? `${formatFen(minFen)}到${formatFen(maxFen)}` : `最高${formatFen(maxFen)}`
}

/** The sum as its document words it: a ceiling is called one, none is made up. */
export function amountText(amount: Amount | null): string {
  if (amount === null) return '—'
  const { basis, minFen, maxFen } = amount
  if (basis === 'unspecified') return '按有关政策'
  if (basis === 'case_by_case') return '一事一议'
  if (maxFen === null) return '信息填全才能算'
  return basis === 'up_to' ? `最高${formatFen(maxFen)}` : range(minFen ?? 0, maxFen)
}

const GROUPS: readonly { readonly title: string; readonly holds: (decision: Decision) => boolean }[] = [
  { title: '可申报', holds: ({ status }) => status === 'eligible' },
  { title: '补充信息后可定', holds: ({ status }) => status === 'undetermined' },
  { title: '不符合', holds: ({ status }) => status === 'ineligible' },
  { title: '还没开始', holds: ({ inactiveReason }) => inactiveReason === 'not_yet_in_force' },
  { title: '已失效', holds: ({ inactiveReason }) => inactiveReason === 'expired' },
]

const MARKS = { met: '✓', unmet: '✗', unknown: '?' } as const

function validity({ from, to }: PolicyDocument['inForce'], on: IsoDate): string {
  if (on < from) return `${formatDate(from)}起施行`
  return on > to ? `${formatDate(to)}已到期` : `有效到${formatDate(to)}`
}

/** The answer of the matcher as text for a terminal. */
export function matchReport(catalogue: Catalogue, answer: Answer): string {
  const label = (fact: string): string => catalogue.facts[fact]?.label ?? fact
  const measures = new Map(
    catalogue.documents.flatMap((document) => document.measures.map((one) => [`${document.id}/${one.slug}`, one])),
  )
  const titleOf = (id: MeasureId): string => measures.get(id)?.title ?? id
  /** What the document says about who decides the sum: a ceiling must not read like a promise. */
  const noteOf = (id: MeasureId): readonly string[] => {
    const note = measures.get(id)?.amountNote
    return note === undefined ? [] : [`      金额：${note}`]
  }
  const named = (ids: readonly MeasureId[]): string => ids.map(titleOf).join('、')

  const criterionLine = ({ status, text, cite, shortfall }: CriterionResult): string => {
    const definition = shortfall && catalogue.facts[shortfall.fact]
    const lacking = definition
      ? `，现在是${formatValue(definition, shortfall.given)}，要${formatValue(definition, shortfall.needed)}`
      : ''
    return `      ${MARKS[status]} ${text}（${cite.clause}）${lacking}`
  }

  const groupLines = (title: string, decisions: readonly Decision[]): readonly string[] => {
    if (decisions.length === 0) return []
    const rows = table([
      ['措施', '金额', '条件', '编号', decisions.some(({ missing }) => missing.length > 0) ? '还缺' : ''],
      ...decisions.map(({ measureId, amount, met, total, missing }) => [
        titleOf(measureId),
        amountText(amount),
        `${met}/${total}`,
        measureId,
        missing.map(label).join('、'),
      ]),
    ])
    const [head = '', ...body] = rows
    const below = decisions.map(({ measureId, status, warnings, criteria = [] }) => [
      ...(status === 'eligible' ? noteOf(measureId) : []),
      ...warnings.map(({ text }) => `      注意：${text}`),
      ...criteria.map(criterionLine),
    ])
    return [
      `${title}（${decisions.length} 项）`,
      `  ${head}`,
      ...body.flatMap((row, index) => [`  ${row}`, ...(below[index] ?? [])]),
      '',
    ]
  }

  const { selected, minFen, maxFen, displaced } = answer.plan
  const plan =
    selected.length === 0
      ? []
      : [
          `最好的组合：合计${range(minFen, maxFen)}`,
          ...selected.map((id) => `  ${titleOf(id)}（${id}）`),
          ...displaced.map(
            ({ measureId, by }) => `  没有选 ${titleOf(measureId)}：同一件事不重复给，选了 ${named(by)}`,
          ),
          '',
        ]
  const questions =
    answer.nextQuestions.length === 0
      ? []
      : [
          '接下来最值得回答：',
          ...answer.nextQuestions.map(
            (fact, index) => `  ${index + 1}. ${catalogue.facts[fact]?.question ?? fact}（${fact}）`,
          ),
          '',
        ]
  const documents = table(
    catalogue.documents.map(({ id, documentNo, title, inForce }) => [
      `  ${id}`,
      documentNo,
      validity(inForce, answer.asOf),
      title,
    ]),
  )
  return [
    `按${formatDate(answer.asOf)}的规定　规则版本 ${answer.catalogueVersion}`,
    '',
    ...GROUPS.flatMap(({ title, holds }) => groupLines(title, answer.decisions.filter(holds))),
    ...plan,
    ...questions,
    '文件',
    ...documents,
    '',
  ].join('\n')
}
