import { describe, expect, it } from 'vitest'
import { checkPapers } from '../check-papers'
import { context, gpuLine } from '../papers.fixture'
import { onePaper } from './cases/one-paper'
import { together } from './cases/together'
import { bandwidth, sound, type World, withInvoice } from './cases/world'
import { checks } from './index'

/** For every check: worlds in which it finds something, and the ones just beside them in which it does not. */
const cases = { ...onePaper, ...together }

const found = (rule: string, world: World) =>
  checkPapers(world.papers ?? sound, { ...(world.known ?? context), ...world.context }).filter(
    (finding) => finding.rule === rule,
  )

it('nothing is found in sound papers', () => {
  expect(checkPapers(sound, context)).toEqual([])
})

it('every check has a case where it fires, and one just beside it', () => {
  expect(Object.keys(cases).sort()).toEqual(checks.map(({ rule }) => rule).sort())
  for (const [rule, { fires, beside }] of Object.entries(cases)) {
    expect(fires.length, rule).toBeGreaterThan(0)
    expect(beside.length, rule).toBeGreaterThan(0)
  }
})

describe.each(Object.entries(cases))('%s', (rule, { fires, beside }) => {
  it.each(fires)('%s', (_, world, severity) => {
    const findings = found(rule, world)
    expect(findings.map((finding) => finding.severity)).toContain(severity)
  })
  it.each(beside)('不管：%s', (_, world) => {
    expect(found(rule, world)).toEqual([])
  })
})

const worlds = Object.entries(cases).flatMap(([rule, { fires, beside }]) =>
  [...fires, ...beside].map(([what, world]) => [rule, what, world] as const),
)

it.each(worlds)('%s, %s: ids differ, every finding is cited and says what to do', (_, __, world) => {
  const findings = checkPapers(world.papers ?? sound, { ...(world.known ?? context), ...world.context })
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
  for (const { message, remedy, cite, paperId } of findings) {
    expect(message).toMatch(/^(第|您|发票).*。$/)
    expect(remedy).toMatch(/。$/)
    expect(`${message}${remedy}`).not.toMatch(/undefined|NaN|null/)
    expect(cite).not.toBe('')
    expect((world.papers ?? sound).some(({ id }) => id === paperId)).toBe(true)
  }
})

const onlyTheCode: readonly (readonly [rule: string, world: World, field: string])[] = [
  ['buyer-is-company', withInvoice({ buyerCode: '91430100MA0TEXT044' }), 'buyerCode'],
  ['seller-is-contract-party', withInvoice({ sellerCode: '91430100MA0TEXT044' }), 'sellerCode'],
  ['seller-registered', withInvoice({ sellerCode: '91430100MA0TEXT044' }), 'sellerCode'],
]

it.each(onlyTheCode)('%s: where only the code differs, the code is named, not the name', (rule, world, field) => {
  const [finding, ...others] = found(rule, world)
  expect(others).toEqual([])
  expect(finding).toMatchObject({ field, severity: 'warning' })
  expect(finding?.message).toMatch(/税号.*不一样/)
  expect(finding?.message).not.toContain('差一点')
})

it('buyer-is-company: each difference in its own words', () => {
  const said = (changed: Parameters<typeof withInvoice>[0]): string | undefined =>
    found('buyer-is-company', withInvoice(changed))[0]?.message
  expect(said({ buyerName: '长沙测试智告有限公司', buyerCode: undefined })).toContain('差一点')
  expect(said({ buyerName: '株洲测试贸易有限公司' })).toContain('税号是贵公司的，名称却')
  expect(said({ buyerName: undefined, buyerCode: '91430100MA0TEXT01Y' })).not.toContain('名称')
})

it('a check without a clause in the document does not run', () => {
  const { excluded: _, ...clauses } = context.rules.clauses
  const world = withInvoice({}, { lines: [gpuLine, bandwidth] })
  expect(found('excluded-lines', world)).toHaveLength(1)
  expect(found('excluded-lines', { ...world, context: { rules: { ...context.rules, clauses } } })).toEqual([])
})

it('of an invoice another company used nothing is told', () => {
  const [finding] = found('invoice-used', {
    context: { usedInvoices: { '26432000000012346521': 'another company' } },
  })
  expect(finding?.message).toBe('第1张发票（尾号6521）已经用来申请过补贴。')
})
