import type { IsoDate } from '../date'
import type { FactValues } from '../facts'
import {
  blankCoded,
  type Catalogue,
  type Coded,
  type CodedCriterion,
  type Compiled,
  code,
  codedCriterion,
  compileMasks,
  factsOf,
  factsOfSum,
  type Measure,
  type MeasureId,
  openFacts,
  type PolicyDocument,
  pays,
  runMasks,
  type SumRange,
  sumRange,
  truthOf,
  verdictOf,
} from '../rules'
import type { Answer, Decision, Explain } from './answer'
import { bestCombination } from './combination'
import { decideMeasure } from './decide'
import { explainMeasure } from './explained'
import { keyOf, type Likeness, likenessOf } from './likeness'
import { type AskingOrder, askingOrder, layOut, nextQuestions } from './questions'
import { closedDecision, type InactiveReason, inactiveReason, openDecision } from './verdict'

/** One measure, made ready. */
export interface Rule {
  readonly id: MeasureId
  readonly index: number
  readonly document: PolicyDocument
  readonly measure: Measure
  readonly criteria: readonly CodedCriterion[]
  /** Every fact that decides it. */
  readonly reads: readonly string[]
  /** Places in a row of the facts that its sum reads, and what it comes to while none is known. */
  readonly sumColumns: readonly number[]
  readonly blank: SumRange | undefined
  /** Refusals once made, by reason and criteria met: they are the same for every company. */
  readonly closed: Decision[]
  /** What makes one open decision differ from another, while no sum can be told; absent where it is more than this. */
  readonly likeness: Likeness | undefined
  /** Open decisions once made, by what they have alike. */
  readonly opened: Map<number, Decision>
}

/** Open decisions kept of one measure; what people say of a few facts repeats, so few are ever made. */
const MOST_OPENED = 256

/** What is known of one company, coded, with the words that {@link runMasks} gave. */
export interface State extends Coded {
  readonly out: Int32Array
}

/** A catalogue made ready to decide: tables once, then a company in microseconds. Synchronous and pure. */
export class Engine {
  readonly masks: Compiled
  readonly rules: readonly Rule[]
  private readonly orders: readonly AskingOrder[]
  /** Room for one company at a time: deciding is synchronous, and nothing of it is kept. */
  private readonly scratch: State
  /** Of each fact: the rules that read it, for their criteria, their sum or their warnings. */
  readonly readers: ReadonlyMap<string, readonly Rule[]>

  constructor(readonly catalogue: Catalogue) {
    const masks = compileMasks(catalogue)
    this.masks = masks
    const placed = catalogue.documents.flatMap((document) =>
      document.measures.map((measure) => ({ document, measure })),
    )
    this.rules = placed.map(({ document, measure }, index): Rule => {
      const sum = 'sum' in measure.amount ? measure.amount.sum : undefined
      return {
        id: `${document.id}/${measure.slug}`,
        index,
        document,
        measure,
        criteria: measure.criteria.map((criterion) => codedCriterion(masks, criterion)),
        reads: [...new Set([...measure.criteria.flatMap(factsOf), ...(sum ? factsOfSum(sum) : [])])],
        sumColumns: sum ? factsOfSum(sum).flatMap((fact) => masks.numbering.placeOf.get(fact) ?? []) : [],
        blank: sum && sumRange(sum, {}),
        closed: [],
        likeness: likenessOf(masks, measure),
        opened: new Map(),
      }
    })
    this.orders = placed.map(({ measure }) => askingOrder(measure, catalogue.facts, masks.numbering))
    this.readers = readersOf(this.rules)
    this.scratch = this.blankState()
  }

  /** Codes a company and decides all measures at once. */
  state(facts: FactValues, room: State = this.blankState()): State {
    code(this.masks, facts, room)
    runMasks(this.masks, room.rows, room.out)
    return room
  }

  private blankState(): State {
    return { ...blankCoded(this.masks), out: new Int32Array(this.masks.words * 2) }
  }

  /** The decision on one measure, without its criteria in words. */
  decision(rule: Rule, state: State, on: IsoDate): Decision {
    if (state.spread.length > 0 && rule.reads.some((fact) => state.spread.includes(fact))) {
      return decideMeasure(rule.document, rule.measure, state.facts, on)
    }
    const inactive = inactiveReason(rule.document, on)
    const total = rule.criteria.length
    const holds = truthOf(this.masks.words, state.out, rule.index) === 'true'
    let met = holds ? total : 0
    let unmet = 0
    for (let index = 0; !holds && index < total; index++) {
      const verdict = verdictOf(rule.criteria[index] as CodedCriterion, state.classes)
      if (verdict === 2) met++
      else if (verdict === 1) unmet++
    }
    if (inactive !== undefined || unmet > 0) return this.closed(rule, inactive, met)
    return this.open(rule, state, on, met)
  }

  /** Out of force, or failed by a criterion: nothing else of the company matters, so the same answer is given again. */
  private closed(rule: Rule, inactive: InactiveReason | undefined, met: number): Decision {
    const key = (inactive === undefined ? 0 : inactive === 'expired' ? 1 : 2) + met * 3
    const known = rule.closed[key]
    if (known) return known
    const { id, measure } = rule
    const decision = closedDecision({ id, measure, inactive, met })
    rule.closed[key] = decision
    return decision
  }

  private open(rule: Rule, state: State, on: IsoDate, met: number): Decision {
    const { facts, row } = state
    const { id, measure } = rule
    const blank = rule.sumColumns.every((column) => Number.isNaN(row[column]))
    const key = blank && rule.likeness ? keyOf(rule.likeness, state) : undefined
    const before = key === undefined ? undefined : rule.opened.get(key)
    if (before) return before
    const range = 'sum' in measure.amount && !blank ? sumRange(measure.amount.sum, facts) : rule.blank
    const paid = range && 'sum' in measure.amount ? pays(range, measure.amount.minimum) : 'true'
    const total = rule.criteria.length
    const open = met === total ? [] : [...new Set(measure.criteria.flatMap((criterion) => openFacts(criterion, facts)))]
    const criteria = met === total ? 'true' : 'unknown'
    const decision = openDecision({ id, measure, criteria, paid, met, open, range }, facts, on)
    if (key !== undefined && rule.opened.size < MOST_OPENED) {
      rule.opened.set(key, decision)
      const order = this.orders[rule.index]
      if (order && decision.missing.length > 0) layOut(order, decision.missing)
    }
    return decision
  }

  /** Puts decisions together to an answer, and the criteria in words to those that are to be explained. */
  answer(decisions: readonly Decision[], facts: FactValues, on: IsoDate, explain: Explain = 'none'): Answer {
    const wanted = (id: string): boolean => explain === 'all' || (explain !== 'none' && explain.includes(id))
    return {
      catalogueVersion: this.catalogue.version,
      asOf: on,
      decisions:
        explain === 'none'
          ? decisions
          : decisions.map((decision, index) => {
              const rule = this.rules[index]
              if (rule === undefined || !wanted(decision.measureId)) return decision
              return { ...decision, criteria: explainMeasure(this.catalogue, rule.document, rule.measure, facts) }
            }),
      plan: bestCombination(decisions, this.catalogue.groups),
      nextQuestions: nextQuestions(
        this.orders,
        decisions.map((decision) => decision.missing),
        facts,
        this.masks.numbering.ids,
      ),
    }
  }

  /** Every measure, once, in the catalogue's order. */
  decideAll(facts: FactValues, on: IsoDate): readonly Decision[] {
    const state = this.state(facts, this.scratch)
    return this.rules.map((rule) => this.decision(rule, state, on))
  }

  /** The whole answer to what is known of a company. Facts are taken as they are: check them first. */
  match(facts: FactValues, on: IsoDate, explain: Explain = 'none'): Answer {
    return this.answer(this.decideAll(facts, on), facts, on, explain)
  }
}

function readersOf(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const readers = new Map<string, Rule[]>()
  for (const rule of rules) {
    const warned = (rule.measure.warnings ?? []).flatMap((one) => [one.viaPlatform, one.signedOn, one.filedOn])
    for (const fact of new Set([...rule.reads, ...warned])) {
      readers.set(fact, [...(readers.get(fact) ?? []), rule])
    }
  }
  return readers
}

const engines = new WeakMap<Catalogue, Engine>()

/** The engine of a catalogue, made at first use and kept as long as the catalogue is. */
export function engineOf(catalogue: Catalogue): Engine {
  const engine = engines.get(catalogue) ?? new Engine(catalogue)
  engines.set(catalogue, engine)
  return engine
}

/** {@link Engine.match} for whoever holds a catalogue. */
export const match = (catalogue: Catalogue, facts: FactValues, on: IsoDate, explain: Explain = 'none'): Answer =>
  engineOf(catalogue).match(facts, on, explain)
