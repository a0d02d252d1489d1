import { formatDate, type IsoDate } from '../date'
import type { FactValues } from '../facts'
import { type AmountRule, type Catalogue, type Measure, type MeasureId, type PolicyDocument, ruleWords } from '../rules'
import type { Decision } from './answer'
import { decideMeasure } from './decide'
import { explainMeasure } from './explained'

/** A measure as one catalogue has it, with what it says of one company; the decision carries its criteria. */
export interface Ruling {
  readonly document: PolicyDocument
  readonly measure: Measure
  readonly decision: Decision
  /** How the text sets the sum, for everyone; empty where it names no figure. */
  readonly sum: string
}

function windowWords(rule: AmountRule): string {
  if (!('sum' in rule) || !('share' in rule.sum) || typeof rule.sum.of === 'string') return ''
  const { from, to } = rule.sum.of.window
  return `，补贴期从${formatDate(from)}到${formatDate(to)}`
}

/** What a catalogue says of one measure; undefined where it has no such measure. */
export function ruleOn(catalogue: Catalogue, measureId: MeasureId, facts: FactValues, on: IsoDate): Ruling | undefined {
  for (const document of catalogue.documents) {
    const measure = document.measures.find(({ slug }) => `${document.id}/${slug}` === measureId)
    if (measure === undefined) continue
    const criteria = explainMeasure(catalogue, document, measure, facts)
    const sum = ruleWords(measure.amount, catalogue) ?? ''
    return {
      document,
      measure,
      decision: { ...decideMeasure(document, measure, facts, on), criteria },
      sum: `${sum}${windowWords(measure.amount)}`,
    }
  }
  return undefined
}

/** The part of a catalogue that decides one measure: small enough to be kept with what was decided by it. */
export function rulesOf(catalogue: Catalogue, measureId: MeasureId): Catalogue {
  const documents = catalogue.documents.flatMap((document) => {
    const measures = document.measures.filter(({ slug }) => `${document.id}/${slug}` === measureId)
    return measures.length === 0 ? [] : [{ ...document, measures }]
  })
  return { ...catalogue, documents, groups: [] }
}
