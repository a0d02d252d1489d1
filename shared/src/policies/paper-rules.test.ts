import { expect, it } from 'vitest'
import { decide } from '../decision'
import { wan } from '../money'
import { subsidyBase } from '../papers'
import { context, contract, invoice, payment } from '../papers/papers.fixture'
import { catalogue } from './index'
import { paperRules } from './paper-rules'

const measures = catalogue.documents.flatMap((document) =>
  document.measures.map((measure) => ({ id: `${document.id}/${measure.slug}`, document, measure })),
)

it.each(Object.entries(paperRules))('%s stands in the catalogue, and cites clauses of its document', (id, rules) => {
  const found = measures.find((measure) => measure.id === id)
  expect(found).toBeDefined()
  const cited = [...Object.values(rules.clauses), rules.window?.cite, rules.filing?.cite]
  for (const cite of cited.filter((clause) => clause !== undefined))
    expect(
      found?.document.clauses.some(({ clause }) => cite.startsWith(clause)),
      cite,
    ).toBe(true)
})

it('the window is the one the amount is computed with', () => {
  for (const { id, document, measure } of measures) {
    const window = paperRules[id]?.window
    if (window === undefined) continue
    const sum = 'sum' in measure.amount ? measure.amount.sum : undefined
    const base = sum && 'share' in sum && typeof sum.of !== 'string' ? sum.of : undefined
    expect(base?.window).toEqual({ from: window.from, to: window.to })
    expect(document.serviceWindow).toEqual({ from: window.from, to: window.to })
  }
})

it('filing is due when the measure warns of it', () => {
  for (const { id, measure } of measures) {
    const rules = paperRules[id]
    const warning = measure.warnings?.find(({ kind }) => kind === 'filing')
    if (rules !== undefined)
      expect(rules.filing).toEqual(warning && { withinDays: warning.withinDays, cite: warning.cite })
  }
})

it('what the papers tell is what the matcher computes the ceiling of', () => {
  const id = 'hn-2026-168/compute-voucher'
  const rules = paperRules[id]
  if (rules === undefined) throw new Error('no rules for the papers of the voucher')
  const { facts, baseFen } = subsidyBase([contract(), invoice(), payment()], { ...context, rules })
  const known = Object.fromEntries(facts.map(({ fact, value }) => [fact, value]))
  const decision = decide(catalogue, known, context.today).find(({ measureId }) => measureId === id)
  expect(baseFen).toBe(wan(10.6))
  expect(decision?.amount?.maxFen).toBe(wan(3.18))
  for (const { fact } of facts) expect(Object.hasOwn(catalogue.facts, fact), fact).toBe(true)
})
