import type { IsoDate } from '../date'
import { type FactGiven, isInterval } from '../facts'
import { factsOf, recode, runMasks } from '../rules'
import type { Amount, Answer, CriterionResult, Decision, Explain } from './answer'
import type { Engine, State } from './engine'
import { explainMeasure } from './explained'

type Told = Record<string, FactGiven | null | undefined>

/**
 * One company on one phone: facts come and go one at a time, and only the measures that read them are decided again.
 * What is shown in words is made when it is shown.
 */
export class Session {
  private readonly facts: Told
  private readonly state: State
  private readonly decisions: Decision[]

  constructor(
    private readonly engine: Engine,
    private readonly on: IsoDate,
    facts: Readonly<Told> = {},
  ) {
    this.facts = { ...facts }
    this.state = engine.state(this.facts)
    this.decisions = engine.rules.map((rule) => engine.decision(rule, this.state, on))
  }

  /**
   * Sets a fact; `null` declines it, `undefined` takes it back, an
   * interval says how much of a number is known. Answers with the decisions that are other than before.
   * The value is taken as it is: check it first with `checkFact`.
   */
  set(id: string, value: FactGiven | null | undefined): readonly Decision[] {
    const { engine, state, facts } = this
    if (value === undefined) delete facts[id]
    else facts[id] = value
    const { numbering } = engine.masks
    const column = numbering.placeOf.get(id)
    if (column === undefined) return []
    const known = value !== undefined && value !== null && !isInterval(value)
    state.spread = state.spread.filter((fact) => fact !== id)
    if (value !== undefined && value !== null && isInterval(value)) state.spread.push(id)
    recode(engine.masks, state, column, known ? (numbering.convert[column]?.(value) ?? Number.NaN) : Number.NaN)
    runMasks(engine.masks, state.rows, state.out)
    const changed: Decision[] = []
    for (const rule of engine.readers.get(id) ?? []) {
      const decision = engine.decision(rule, state, this.on)
      const before = this.decisions[rule.index]
      if (before === undefined || !sameDecision(decision, before)) changed.push(decision)
      this.decisions[rule.index] = decision
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

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((one, index) => one === b[index]))

const sameAmount = (a: Amount | null, b: Amount | null): boolean =>
  a === b || (a !== null && b !== null && a.minFen === b.minFen && a.maxFen === b.maxFen)

/** Whether two decisions on one measure say the same. Refusals are shared objects, so most of the time one look is enough. */
function sameDecision(a: Decision, b: Decision): boolean {
  if (a === b) return true
  return (
    a.status === b.status &&
    a.met === b.met &&
    sameAmount(a.amount, b.amount) &&
    sameList(a.missing, b.missing) &&
    sameList(
      a.warnings.map((one) => one.text),
      b.warnings.map((one) => one.text),
    )
  )
}
