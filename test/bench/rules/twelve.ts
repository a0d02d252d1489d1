import { catalogue } from '@suanhui/shared/policies'
import type { Catalogue, Measure } from '@suanhui/shared/rules'

/**
 * Measures that show what rules of this kind hold: shares with caps, a rate by class with a minimum, so much a piece,
 * tiers, a tier reached for the first time, a service prorated into a window, alternatives, thresholds on both sides.
 */
const IDS: readonly string[] = [
  'hn-2025-4/compute-centre',
  'hn-2025-4/enterprise-compute-deployment',
  'hn-2025-4/rd-increment',
  'hn-2025-4/standards',
  'hn-2025-4/patents',
  'hn-2025-4/revenue-milestone',
  'hn-2026-168/compute-voucher',
  'sx-2024-35/compute-centre',
  'sx-2024-35/cloud-service',
  'sx-2024-35/green-data-centre',
  'sx-2024-35/compute-voucher',
  'sx-2024-35/compute-export',
]

/** The catalogue with these twelve alone. */
export const twelve: Catalogue = {
  ...catalogue,
  documents: catalogue.documents
    .map((document) => ({
      ...document,
      measures: document.measures.filter(({ slug }) => IDS.includes(`${document.id}/${slug}`)),
    }))
    .filter((document) => document.measures.length > 0),
  groups: [],
}

export interface Placed {
  /** A name that every peer's grammar takes. */
  readonly name: string
  readonly id: string
  readonly measure: Measure
}

export const placed: readonly Placed[] = twelve.documents
  .flatMap((document) => document.measures.map((measure) => ({ id: `${document.id}/${measure.slug}`, measure })))
  .map((one, index) => ({ ...one, name: `measure${index + 1}` }))

if (placed.length !== IDS.length) throw new Error('a measure of the bench is no longer in the catalogue')
