import type { MeasureDetail } from '@suanhui/shared/api'
import type { IsoDate } from '@suanhui/shared/date'
import { type Catalogue, explainCondition, factsOf, idOf, type MeasureId } from '@suanhui/shared/rules'
import { summarise } from './list-documents'

/** All that is said of a measure, its criteria in words with their clauses; undefined where there is no such measure. */
export function describeMeasure(catalogue: Catalogue, id: MeasureId, on: IsoDate): MeasureDetail | undefined {
  const document = catalogue.documents.find((one) => id.startsWith(`${one.id}/`))
  const measure = document?.measures.find((one) => id === `${document.id}/${one.slug}`)
  if (document === undefined || measure === undefined) return undefined
  const { slug: _slug, warnings: _warnings, criteria, ...texts } = measure
  return {
    catalogueVersion: catalogue.version,
    asOf: on,
    id,
    ...texts,
    criteria: criteria.map((criterion) => ({
      id: idOf(criterion),
      text: explainCondition(criterion, catalogue),
      facts: [...factsOf(criterion)],
      cite: { document: document.id, clause: criterion.cite },
    })),
    document: summarise(document, on),
  }
}
