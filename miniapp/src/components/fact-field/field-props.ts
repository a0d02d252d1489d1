import type { FactDefinition, FactScalar } from '@suanhui/shared/facts'
import type { Draft } from '../../stores/answers-state'

/** What the part of a field for one type of fact gets. */
export interface FieldProps<D extends FactDefinition = FactDefinition> {
  readonly id: string
  readonly definition: D
  /** `undefined`: open. `null`: they do not know. */
  readonly value: FactScalar | null | undefined
  readonly draft: Draft | undefined
  readonly onAnswer: (value: FactScalar | null | undefined, draft?: Draft) => void
}

/** What stands below a field, and goes into the same place with the next question. */
export interface Beside {
  /** What was entered, in other words; or what is wrong with it. */
  readonly echo: string
  readonly wrong?: boolean
  /** Says that the answer is not known, or takes that back. Absent where it is one of the answers. */
  readonly turnUnknown?: () => void
}
