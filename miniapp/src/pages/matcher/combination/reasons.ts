import type { Plan } from '@suanhui/shared/decision'
import type { Catalogue, ConflictGroup } from '@suanhui/shared/rules'
import { findMeasure } from '../../../stores/catalogue'

type Displaced = Plan['displaced'][number]

/** The groups in which two measures pay for the same thing. */
export function sharedGroups(catalogue: Catalogue, a: string, b: string): readonly ConflictGroup[] {
  return catalogue.groups.filter((group) => group.measures.includes(a) && group.measures.includes(b))
}

const titleOf = (catalogue: Catalogue, id: string): string => findMeasure(catalogue, id)?.measure.title ?? id

/** Why a measure had to give way: 同一次算力购买，已经选了“算力券补贴”. */
export function whyDisplaced(catalogue: Catalogue, { measureId, by }: Displaced): string {
  const things = [
    ...new Set(by.flatMap((other) => sharedGroups(catalogue, measureId, other).map((group) => group.title))),
  ]
  return `${things.join('、')}，已经选了“${by.map((id) => titleOf(catalogue, id)).join('”“')}”`
}

/** The same with its name. */
export const displacedReason = (catalogue: Catalogue, displaced: Displaced): string =>
  `${titleOf(catalogue, displaced.measureId)}（${whyDisplaced(catalogue, displaced)}）`
