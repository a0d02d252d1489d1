import type { FactValues } from '@suanhui/shared/facts'

/** Of each measure: its sum in fen, -1 where it is not eligible, NaN where the engine says that it does not know. */
export type Verdicts = readonly number[]

export interface Prepared {
  /** A company in the engine's own form; made before the clock runs. */
  input(facts: FactValues): unknown
  evaluate(input: unknown): Verdicts | Promise<Verdicts>
}

export interface Peer {
  readonly label: string
  /** What npm installs; absent for code of ours. */
  readonly package?: { readonly name: string; readonly version: string }
  /** Whether sums are computed by the engine, or by plain JavaScript beside it because it has no arithmetic. */
  readonly sums: 'engine' | 'plain JavaScript'
  /** Companies in one pass: fewer for slow engines. */
  readonly pass: number
  /** Whether it is measured without JIT too; native code, `new Function` and milliseconds a measure are not for a phone. */
  readonly phone: boolean
  prepare(module: unknown): Prepared | Promise<Prepared>
}

/** An engine's number as a verdict: anything that is no number says that it does not know. */
export const verdict = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN)
