import { clauseWords } from '../clause'
import { formatDate } from '../date'
import type { CriterionResult, Decision } from './answer'
import type { Ruling } from './ruling'
import { amountWords, criterionMeans, differenceOfCeilings, verdictWords } from './ruling-words'

export type DifferenceKind = 'verdict' | 'amount' | 'criterion' | 'deadline' | 'materials' | 'place'

/** One thing that a newer catalogue says otherwise. */
export interface RuleDifference {
  readonly kind: DifferenceKind
  /** 湘工信信息软件〔2026〕168号，三(二) */
  readonly clause: string
  /** What was said before, and what is said now; empty where nothing was, or is. */
  readonly before: string
  readonly after: string
  /** What it comes to for this company. */
  readonly means: string
}

/** As a value, whatever the order of its keys: a database gives them back in its own. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
}

const clauseOf = ({ document, measure }: Ruling, clauses: readonly string[] = measure.clauses): string =>
  `${document.documentNo}，${clauses.map(clauseWords).join('、')}`

function verdict(before: Ruling, after: Ruling): readonly RuleDifference[] {
  const [was, is] = [verdictWords(before.decision), verdictWords(after.decision)]
  if (was === is) return []
  return [{ kind: 'verdict', clause: clauseOf(after), before: was, after: is, means: `公司以前${was}，现在${is}。` }]
}

function amount(before: Ruling, after: Ruling): readonly RuleDifference[] {
  const [was, is] = [before.decision.amount, after.decision.amount]
  const sameSum = same(was, is)
  if (sameSum && same(before.measure.amount, after.measure.amount)) return []
  const words = ({ sum, decision }: Ruling): string =>
    `${sum === '' ? '' : `${sum}；`}公司：${amountWords(decision.amount)}`
  return [
    {
      kind: 'amount',
      clause: clauseOf(after),
      before: words(before),
      after: words(after),
      means: sameSum ? '算法改了，按公司现在的数算出来一样。' : differenceOfCeilings(was, is),
    },
  ]
}

type Pair = readonly [CriterionResult | undefined, CriterionResult | undefined]

/** What a criterion is about: its clause may be renumbered, its bound may move. */
const aboutOf = ({ facts }: CriterionResult): string => [...facts].sort().join(' ')

/** Criteria that belong together: of one id, else about the same facts; what is left over came or went. */
function pairs(before: readonly CriterionResult[], after: readonly CriterionResult[]): readonly Pair[] {
  const byId: Pair[] = before.flatMap((one) => {
    const other = after.find(({ id }) => id === one.id)
    return other === undefined ? [] : [[one, other] as const]
  })
  const gone = before.filter(({ id }) => !after.some((other) => other.id === id))
  const came = after.filter(({ id }) => !before.some((other) => other.id === id))
  const moved: Pair[] = []
  for (const one of gone) {
    const at = came.findIndex((other) => aboutOf(other) === aboutOf(one))
    moved.push([one, at < 0 ? undefined : came.splice(at, 1)[0]])
  }
  return [...byId, ...moved, ...came.map((one): Pair => [undefined, one])]
}

/** With its clause where only that was numbered anew. */
const criterionWords = (one: CriterionResult | undefined, other: CriterionResult | undefined): string =>
  one === undefined ? '' : `${one.text}${one.text === other?.text ? `（${clauseWords(one.cite.clause)}）` : ''}`

function criteria(before: Ruling, after: Ruling): readonly RuleDifference[] {
  return pairs(before.decision.criteria ?? [], after.decision.criteria ?? []).flatMap(([was, is]) => {
    // A clause that was only numbered anew is worth telling, too: it is what one looks up.
    if (same([was?.text, was?.status, was?.cite, was?.shortfall], [is?.text, is?.status, is?.cite, is?.shortfall]))
      return []
    const of = is === undefined ? before : after
    const cited = is ?? was
    return [
      {
        kind: 'criterion' as const,
        clause: clauseOf(of, cited === undefined ? undefined : [cited.cite.clause]),
        before: criterionWords(was, is),
        after: criterionWords(is, was),
        means: criterionMeans(was, is),
      },
    ]
  })
}

const dueWords = ({ warnings }: Decision): string => warnings.map(({ text }) => text).join('')

/** By when: the document's own end, the measure's, and what has to be done before a day. */
function deadline(before: Ruling, after: Ruling): readonly RuleDifference[] {
  const texts = ({ document, measure, decision }: Ruling): readonly string[] => [
    `文件从${formatDate(document.inForce.from)}到${formatDate(document.inForce.to)}有效。`,
    `${measure.deadline}。`,
    dueWords(decision),
  ]
  const [was, is] = [texts(before), texts(after)]
  const differing = was.flatMap((text, index) => (text === is[index] ? [] : [[text, is[index] ?? ''] as const]))
  if (differing.length === 0) return []
  const [old, now] = [differing.map(([text]) => text).join(''), differing.map(([, text]) => text).join('')]
  return [{ kind: 'deadline', clause: clauseOf(after), before: old, after: now, means: '请按新的时间安排。' }]
}

function materials(before: Ruling, after: Ruling): readonly RuleDifference[] {
  const gone = before.measure.materials.filter((one) => !after.measure.materials.includes(one))
  const came = after.measure.materials.filter((one) => !before.measure.materials.includes(one))
  if (gone.length + came.length === 0) return []
  const means = [
    came.length === 0 ? '' : `要多准备：${came.join('、')}。`,
    gone.length === 0 ? '' : `不用再交：${gone.join('、')}。`,
  ].join('')
  return [{ kind: 'materials', clause: clauseOf(after), before: gone.join('、'), after: came.join('、'), means }]
}

function place(before: Ruling, after: Ruling): readonly RuleDifference[] {
  const words = ({ measure }: Ruling): string => `${measure.applyAt}。${measure.handledBy}。`
  const [was, is] = [words(before), words(after)]
  if (was === is) return []
  return [{ kind: 'place', clause: clauseOf(after), before: was, after: is, means: '办的地方或者办的部门变了。' }]
}

const PARTS = [verdict, amount, criteria, deadline, materials, place] as const

/**
 * What two catalogues say otherwise of one measure for the same facts on the same day, in plain words: empty where
 * nothing that a person has to know differs. A measure that only one of them has is all of one difference.
 */
export function compareRulings(before: Ruling | undefined, after: Ruling | undefined): readonly RuleDifference[] {
  if (before !== undefined && after !== undefined) return PARTS.flatMap((part) => part(before, after))
  const there = before ?? after
  if (there === undefined) return []
  const words = `${there.measure.title}：${there.measure.summary}`
  const gone = after === undefined
  return [
    {
      kind: 'verdict',
      clause: clauseOf(there),
      before: gone ? words : '',
      after: gone ? '' : words,
      means: gone ? '这项补贴已经没有了。' : '这是新有的补贴。',
    },
  ]
}

/**
 * Whether both read the same text: then the newer one is only another reading of ours. A text that changed has another
 * number, other days, or is not there any more.
 */
export const isSameText = (before: Ruling | undefined, after: Ruling | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  same(
    [before.document.documentNo, before.document.issuedOn, before.document.inForce],
    [after.document.documentNo, after.document.issuedOn, after.document.inForce],
  )
