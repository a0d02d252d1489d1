import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { formatDate } from '@suanhui/shared/date'
import { catalogue } from '@suanhui/shared/policies'
import { type Condition, leavesOf, type Measure, type PolicyDocument, type Sum } from '@suanhui/shared/rules'
import { describe, expect, it } from 'vitest'

/** The official texts are not part of this repository; where they lie beside it, every figure is looked up in them. */
const seeds = process.env.SEEDS_DIR ?? resolve(import.meta.dirname, '../../../shared/seeds')
const present = existsSync(seeds)

const plain = (text: string): string => text.replace(/\s+/g, '').replaceAll('（', '(').replaceAll('）', ')')
const texts = present ? readdirSync(seeds).map((file) => plain(readFileSync(join(seeds, file), 'utf8'))) : []

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const numeral = (count: number): string =>
  count <= 10
    ? (NUMERALS[count - 1] ?? '')
    : `${count >= 20 ? NUMERALS[Math.floor(count / 10) - 1] : ''}十${NUMERALS[(count % 10) - 1] ?? ''}`
const countOf = (text: string): number => Array.from({ length: 20 }, (_, index) => numeral(index + 1)).indexOf(text) + 1

/** From one heading to its next sibling, or to the end. */
function section(text: string, heading: string, next: string): string {
  const start = text.indexOf(heading)
  if (start < 0) return ''
  const end = text.indexOf(next, start + heading.length)
  return text.slice(start, end < 0 ? undefined : end)
}

/** The words of a clause: 二(一)2 is chapter 二, article (一), item 2. */
function clauseText(document: PolicyDocument, cite: string): string {
  const whole = texts.find((text) => text.includes(plain(document.documentNo))) ?? ''
  const [, chapter = '', article, item] =
    /^([一二三四五六七八九十]+)(?:\(([一二三四五六七八九十]+)\))?(\d+)?$/.exec(cite) ?? []
  // The chapters begin after the preamble; annexes count their headings anew and stand behind.
  const body = whole.slice(whole.search(/一、(夯实|总则|支持|总体)/))
  let text = section(body, `${chapter}、`, `${numeral(countOf(chapter) + 1)}、`)
  if (article) text = section(text, `(${article})`, `(${numeral(countOf(article) + 1)})`)
  if (item) text = section(text, `${item}.`, `${Number(item) + 1}.`)
  return text
}

const figure = (value: number): string => String(Number(value.toFixed(6)))

/** The ways in which official texts write a sum. */
function sumWords(fen: number): readonly string[] {
  const yuan = fen / 100
  return [`${figure(yuan)}元`, `${figure(yuan / 1e4)}万元`, `${figure(yuan / 1e8)}亿元`]
}

const SPECIAL: Record<string, (bound: number) => readonly string[]> = {
  'platform.performanceRank': (bound) => [`前${numeral(bound)}`],
  'model.parametersYi': (bound) => (bound === 1000 ? ['千亿'] : [`${figure(bound)}亿`]),
  'facility.terminalsPerYear': (bound) => [`${figure(bound / 1e4)}万(含)`],
}

/** How the text may write the bound of a fact. */
function boundWords(fact: string, bound: number): readonly string[] {
  const definition = catalogue.facts[fact]
  if (SPECIAL[fact]) return SPECIAL[fact](bound)
  if (definition?.type === 'fen') return sumWords(bound)
  if (definition?.type === 'ratio') return [`${figure(bound * 100)}%`]
  if (definition && 'unit' in definition) return [`${figure(bound)}${definition.unit}`]
  return [figure(bound)]
}

const boundOf = (leaf: Condition): number | undefined =>
  Object.entries(leaf).find(([key]) => ['atLeast', 'moreThan', 'atMost', 'lessThan'].includes(key))?.[1] as
    | number
    | undefined

interface Figure {
  readonly what: string
  readonly words: readonly string[]
  readonly cites: readonly string[]
}

/** "At least one" is no figure of a text: whoever claims for an item has one. */
const isOne = (bound: number): boolean => bound === 1

function ofCondition(condition: Condition, cites: readonly string[]): readonly Figure[] {
  return leavesOf(condition).flatMap((leaf) => {
    const bound = boundOf(leaf)
    return bound === undefined || isOne(bound) ? [] : [{ what: leaf.fact, words: boundWords(leaf.fact, bound), cites }]
  })
}

function ofSum(sum: Sum, cites: readonly string[]): readonly Figure[] {
  const money = (what: string, fen: number | undefined): readonly Figure[] =>
    fen === undefined || fen === 0 ? [] : [{ what, words: sumWords(fen), cites }]
  if ('flat' in sum) return money('flat', sum.flat)
  if ('each' in sum) return [...money('each', sum.each), ...money('cap', sum.cap)]
  if ('total' in sum) return sum.total.flatMap((part) => ofSum(part, cites))
  if ('tiers' in sum) {
    return sum.tiers.flatMap((tier) => [
      ...money('tier', tier.flat),
      { what: sum.by, words: boundWords(sum.by, tier.atLeast), cites },
    ])
  }
  if ('choose' in sum) {
    const options = sum.choose.flatMap((option) => [...ofCondition(option.when, cites), ...ofSum(option.sum, cites)])
    return [...options, ...ofSum(sum.otherwise, cites)]
  }
  const window = typeof sum.of === 'string' ? [] : [sum.of.window.from, sum.of.window.to]
  return [
    { what: 'share', words: [`${figure(sum.share * 100)}%`], cites },
    ...money('cap', sum.cap),
    ...money('lifetime', sum.lifetime?.cap),
    ...(sum.years ? [{ what: 'years', words: [`${sum.years.atMost}年`], cites }] : []),
    ...window.map((date) => ({ what: 'window', words: [formatDate(date)], cites })),
  ]
}

/** Every figure of a measure with the clauses in one of which it must stand. */
function figuresOf(measure: Measure): readonly Figure[] {
  const criteria = measure.criteria.flatMap((criterion) => ofCondition(criterion, [criterion.cite]))
  const { amount } = measure
  if (!('sum' in amount)) return criteria
  const minimum = amount.minimum ? [{ what: 'minimum', words: sumWords(amount.minimum), cites: measure.clauses }] : []
  const days = (measure.warnings ?? []).map((rule) => ({
    what: 'days',
    words: [`${rule.withinDays}天`],
    cites: [rule.cite],
  }))
  return [...criteria, ...ofSum(amount.sum, measure.clauses), ...minimum, ...days]
}

/** 10% does not stand in 110%, 30万元 not in 2030万元. A list may share its unit: 8%、12% and 10亿元、20亿元 both carry it. */
const stands = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\d.])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(text)

describe.runIf(present)('the official texts', () => {
  describe.each(catalogue.documents)('$documentNo', (document) => {
    it('is one of them, and every clause that is listed stands in it', () => {
      expect(
        texts.filter((text) => text.includes(plain(document.documentNo)) && text.includes(plain(document.title))),
      ).not.toEqual([])
      const cites = [
        ...document.clauses.map(({ clause }) => clause),
        ...document.measures.flatMap((measure) => [...measure.clauses, ...measure.criteria.map(({ cite }) => cite)]),
      ]
      expect([...new Set(cites)].filter((cite) => clauseText(document, cite).length < 10)).toEqual([])
    })

    const figures = document.measures.flatMap((measure) =>
      figuresOf(measure).map((one) => ({ slug: measure.slug, ...one })),
    )
    it.each(figures)('$slug: $what $words stands in $cites', ({ words, cites }) => {
      const found = cites.some((cite) => words.some((word) => stands(clauseText(document, cite), word)))
      expect(found).toBe(true)
    })
  })
})

if (!present)
  console.warn(
    'The official texts are not here: no figure of a rule was looked up in its clause (SEEDS_DIR names their folder).',
  )
