import { type Decision, Engine, Session } from '@suanhui/shared/decision'
import type { FactScalar, FactValues } from '@suanhui/shared/facts'
import { catalogue } from '@suanhui/shared/policies'
import { askingOrder, nextQuestions } from '../../../../shared/src/decision/questions'
import { type Cost, costPerItem } from '../../clock'
import { companies, ON, onlyFacts, registryFacts } from '../companies'

const COMPANIES = 60

interface Step {
  readonly decisions: readonly Decision[]
  readonly missing: readonly (readonly string[])[]
  readonly facts: FactValues
  readonly fact: string
  readonly value: FactScalar
}

/** Every step of some questionnaires, from the registry's facts to the last answer. */
function stepsOf(engine: Engine): readonly (readonly Step[])[] {
  return companies(COMPANIES, 13).map((company) => {
    const facts = onlyFacts(company, registryFacts)
    const session = new Session(engine, ON, facts)
    const steps: Step[] = []
    for (;;) {
      const { decisions, nextQuestions: asked } = session.answer()
      const fact = asked[0]
      if (fact === undefined) return steps
      const value = company[fact] as FactScalar
      steps.push({ decisions, missing: decisions.map((one) => one.missing), facts: { ...facts }, fact, value })
      facts[fact] = value
      session.set(fact, value)
    }
  })
}

export let asked = 0

/** The so many most useful questions, the decisions being there. */
export function askNext(most: number): Promise<Cost> {
  const engine = new Engine(catalogue)
  const { numbering } = engine.masks
  const orders = engine.rules.map(({ measure }) => askingOrder(measure, catalogue.facts, numbering))
  const steps = stepsOf(engine).flat()
  return costPerItem(steps.length, () => {
    for (const { missing, facts } of steps) asked += nextQuestions(orders, missing, facts, numbering.ids, most).length
  })
}

/** An answer tapped on the phone: the fact set, what changed, the best combination and what to ask next. */
export function wholeStep(): Promise<Cost> {
  const engine = new Engine(catalogue)
  const walks = stepsOf(engine)
  const count = walks.reduce((sum, steps) => sum + steps.length, 0)
  return costPerItem(count, () => {
    for (const steps of walks) {
      const session = new Session(engine, ON, steps[0]?.facts)
      for (const { fact, value } of steps) {
        session.set(fact, value)
        asked += session.answer().nextQuestions.length
      }
    }
  })
}
