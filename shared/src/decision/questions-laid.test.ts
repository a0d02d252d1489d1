import { describe, expect, it } from 'vitest'
import { catalogue } from '../policies'
import { syntheticCompanies } from '../rules'
import { Engine } from './engine'
import { askingOrder, nextQuestions } from './questions'

const engine = new Engine(catalogue)
const { numbering } = engine.masks
const orders = catalogue.documents.flatMap(({ measures }) =>
  measures.map((measure) => askingOrder(measure, catalogue.facts, numbering)),
)

describe('the next questions', () => {
  it('are the same from lists that were laid out before and from lists nobody has seen', () => {
    for (const known of [0.2, 0.5, 0.8]) {
      const next = syntheticCompanies(catalogue, 11, known)
      for (let n = 0; n < 400; n += 1) {
        const facts = next()
        const { decisions, nextQuestions: told } = engine.match(facts, '2026-11-21')
        const unseen = decisions.map(({ missing }) => [...missing])
        expect(nextQuestions(orders, unseen, facts, numbering.ids)).toEqual(told)
      }
    }
  })

  it('are so where facts were declined as well', () => {
    const next = syntheticCompanies(catalogue, 12, 0.5)
    for (let n = 0; n < 400; n += 1) {
      const all = Object.entries(next())
      const facts = Object.fromEntries(all.map(([id, value], index) => [id, index % 5 === n % 5 ? null : value]))
      const { decisions, nextQuestions: told } = engine.match(facts, '2026-11-21')
      const unseen = decisions.map(({ missing }) => [...missing])
      expect(nextQuestions(orders, unseen, facts, numbering.ids)).toEqual(told)
    }
  })
})
