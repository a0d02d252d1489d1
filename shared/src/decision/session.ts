import type { IsoDate } from '../date'
import type { FactScalar } from '../facts'
import { classify, factsOf, factsOfSum, packClasses, rowOf, runMasks } from '../rules'
import type { Answer, CriterionResult, Decision, Explain } from './answer'
import type { Engine, State } from './engine'
import { explainMeasure } from './explained'

type Told = Record<string, FactScalar | null | undefined>

/**
 * One company on one phone: facts come and go one at a time, and only the measures that read them are decided again.
 * What is shown in words is made when it is shown.
 */
export class Session {
  private readonly facts: Told
  private readonly state: State
  private readonly decisions: Decision[]
  /** Of each fact: the numbers of the rules that read it. */
  private readonly readers: ReadonlyMap<string, readonly number[]>

  constructor(
    private readonly engine: Engine,
    private readonly on: IsoDate,
    facts: Readonly<Told> = {},
  ) {
    this.facts = { ...facts }
    this.state = engine.state(this.facts)
    this.decisions = engine.rules.map((rule) => engine.decision(rule, this.state, on))
    this.readers = readersOf(engine)
  }

  /**
   * Sets a fact; `null` declines it, `undefined` takes it back. Answers with the decisions that are other than before.
   * The value is taken as it is: check it first with `checkFact`.
   */
  set(id: string, value: FactScalar | null | undefined): readonly Decision[] {
    const { engine, state, facts } = this
    if (value === undefined) delete facts[id]
    else facts[id] = value
    rowOf(engine.masks.numbering, facts, state.row)
    classify(engine.masks, state.row, facts, state.classes)
    packClasses(engine.masks, state.classes, state.bytes)
    runMasks(engine.masks, state.bytes, state.out)
    const changed: Decision[] = []
    for (const index of this.readers.get(id) ?? []) {
      const rule = engine.rules[index]
      if (rule === undefined) continue
      const decision = engine.decision(rule, state, this.on)
      if (differs(decision, this.decisions[index])) changed.push(decision)
      this.decisions[index] = decision
    }
    return changed
  }

  /** Everything as it stands now. */
  answer(explain: Explain = 'none'): Answer {
    return this.engine.answer([...this.decisions], this.facts, this.on, explain)
  }

  /** One measure's criteria in words; nothing for a measure that the catalogue does not have. */
  explain(measureId: string): readonly CriterionResult[] {
    const rule = this.engine.rules.find((one) => one.id === measureId)
    return rule ? explainMeasure(this.engine.catalogue, rule.document, rule.measure, this.facts) : []
  }

  /**
   * How many measures are settled for certain once these facts are told, whatever the answers:
   * those that miss nothing else for their verdict.
   */
  settledBy(ids: readonly string[]): number {
    const told = new Set(ids)
    return this.engine.rules.filter((rule, index) => {
      const decision = this.decisions[index]
      if (decision?.status !== 'undetermined') return false
      const criteria = new Set(rule.measure.criteria.flatMap(factsOf))
      return decision.missing.every((fact) => told.has(fact) || !criteria.has(fact))
    }).length
  }
}

const differs = (now: Decision, before: Decision | undefined): boolean => JSON.stringify(now) !== JSON.stringify(before)

function readersOf(engine: Engine): ReadonlyMap<string, readonly number[]> {
  const readers = new Map<string, number[]>()
  for (const { index, measure } of engine.rules) {
    const sum = 'sum' in measure.amount ? factsOfSum(measure.amount.sum) : []
    const warned = (measure.warnings ?? []).flatMap((rule) => [rule.viaPlatform, rule.signedOn, rule.filedOn])
    for (const fact of new Set([...measure.criteria.flatMap(factsOf), ...sum, ...warned])) {
      readers.set(fact, [...(readers.get(fact) ?? []), index])
    }
  }
  return readers
}
