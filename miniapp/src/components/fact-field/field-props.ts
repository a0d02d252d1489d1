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
