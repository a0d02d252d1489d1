import type { IsoDate } from '../date'
import type { FactValues } from '../facts'
import {
  type Catalogue,
  type CodedCriterion,
  classify,
  codedCriterion,
  compileMasks,
  factsOfSum,
  type Masks,
  type Measure,
  type MeasureId,
  openFacts,
  type PolicyDocument,
  packClasses,
  pays,
  rowOf,
  runMasks,
  type SumRange,
  sumRange,
  truthOf,
  verdictOf,
} from '../rules'
import type { Answer, Decision, Explain } from './answer'
import { bestCombination } from './combination'
import { explainMeasure } from './explained'
import { type AskingOrder, askingOrder, nextQuestions } from './questions'
import { decisionOf, inactiveReason } from './verdict'

/** One measure, made ready. */
interface Rule {
  readonly id: MeasureId
  readonly index: number
  readonly document: PolicyDocument
  readonly measure: Measure
  readonly criteria: readonly CodedCriterion[]
  /** Places in a row of the facts that its sum reads, and what it comes to while none is known. */
  readonly sumColumns: readonly number[]
  readonly blank: SumRange | undefined
}

/** What is known of one company, in every form that the engine reads. Made by {@link Engine.state}. */
export interface State {
  readonly facts: FactValues
  readonly row: Float64Array
  readonly classes: Uint8Array
  readonly bytes: Uint8Array
  readonly out: Int32Array
}

/** A catalogue made ready to decide: tables once, then a company in microseconds. Synchronous and pure. */
export class Engine {
  readonly masks: Masks
  readonly rules: readonly Rule[]
  private readonly orders: readonly AskingOrder[]

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
        criteria: measure.criteria.map((criterion) => codedCriterion(masks, catalogue.facts, criterion)),
        sumColumns: sum ? factsOfSum(sum).flatMap((fact) => masks.numbering.placeOf.get(fact) ?? []) : [],
        blank: sum && sumRange(sum, {}),
      }
    })
    this.orders = placed.map(({ measure }) => askingOrder(measure, catalogue.facts))
  }

  /** Codes a company and decides all measures at once. */
  state(facts: FactValues): State {
    const { masks } = this
    const row = rowOf(masks.numbering, facts)
    const classes = new Uint8Array(masks.place.length)
    const bytes = new Uint8Array(masks.length)
    const out = new Int32Array(masks.words * 2)
    classify(masks, row, facts, classes)
    packClasses(masks, classes, bytes)
    runMasks(masks, bytes, out)
    return { facts, row, classes, bytes, out }
  }

  /** The decision on one measure, without its criteria in words. */
  decision(rule: Rule, state: State, on: IsoDate): Decision {
    const { facts, row, classes } = state
    const truth = truthOf(this.masks.words, state.out, rule.index)
    const inactive = inactiveReason(rule.document, on)
    const blank = rule.sumColumns.every((column) => Number.isNaN(row[column]))
    const range = 'sum' in rule.measure.amount && !blank ? sumRange(rule.measure.amount.sum, facts) : rule.blank
    let met = 0
    let open: string[] = []
    for (let index = 0; index < rule.criteria.length; index++) {
      const verdict = verdictOf(rule.criteria[index] as CodedCriterion, classes)
      const criterion = rule.measure.criteria[index]
      if (verdict === 2) met++
      else if (verdict === 0 && truth === 'unknown' && criterion) {
        if ('fact' in criterion) open.push(criterion.fact)
        else open.push(...openFacts(criterion, facts))
      }
    }
    if (open.length > 1) open = [...new Set(open)]
    const paid = range && 'sum' in rule.measure.amount ? pays(range, rule.measure.amount.minimum) : 'true'
    return decisionOf({ id: rule.id, measure: rule.measure, inactive, truth, paid, met, open, range }, facts, on)
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
      ),
    }
  }

  /** The whole answer to what is known of a company. Facts are taken as they are: check them first. */
  match(facts: FactValues, on: IsoDate, explain: Explain = 'none'): Answer {
    const state = this.state(facts)
    const decisions = this.rules.map((rule) => this.decision(rule, state, on))
    return this.answer(decisions, facts, on, explain)
  }
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
