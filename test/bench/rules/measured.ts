import { catalogue } from '@suanhui/shared/policies'
import type { Cost } from '../clock'
import type { Asked } from './ours/asking'
import type { Country } from './ours/country'
import type { Checked } from './peers/checks'
import type { Weights } from './weight'

/** Measures and facts of the catalogue as it stands. */
export const MEASURES = catalogue.documents.reduce((sum, { measures }) => sum + measures.length, 0)
export const FACTS = Object.keys(catalogue.facts).length

/** What a search over instances took, as far as it came within its time. */
export interface Adversary {
  readonly name: string
  readonly wanted: number
  readonly done: number
  readonly mean: number
  readonly p50: number
  readonly p999: number
  readonly most: number
  readonly greedyWrong: number
  readonly greedyWorst: number
}

export interface Plans {
  readonly real: Cost
  readonly all: Cost
}

/** Everything that the section has found out, before it becomes tables. */
export interface Measured {
  readonly costs: ReadonlyMap<string, Cost>
  readonly checked: Checked
  readonly plans: Plans
  readonly adversaries: readonly Adversary[]
  readonly brute: { readonly instances: number; readonly different: number }
  readonly verified: { readonly compared: number; readonly different: number }
  readonly askedFresh: Asked
  readonly askedKnown: Asked
  readonly country: Country
  readonly weights: Weights
}

/** The least that a job took in any round. */
export const best = ({ costs }: Measured, key: string): number => costs.get(key)?.bestNs ?? Number.NaN

/** Nanoseconds of processor time of a job; NaN where it did not run. */
export const cpu = ({ costs }: Measured, key: string): number => costs.get(key)?.cpuNs ?? Number.NaN
