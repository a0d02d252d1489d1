import type { FactDefinition } from '@suanhui/shared/facts'
import { LevelsInput } from '../../platform/levels-input'
import type { Draft } from '../../stores/answers-state'
import { factFieldCopy as copy } from '../copy'
import type { Beside, FieldProps } from './field-props'
import styles from './index.module.scss'
import { regionLevels, regionName, regionPath, settled } from './regions'

type RegionDefinition = Extract<FactDefinition, { type: 'code' }>

const DEPTH = 3

const draftOf = (codes: readonly string[]): Draft | undefined =>
  codes.length === 0 ? undefined : { text: codes.join('/') }

/** The place as far as it was chosen, and what was chosen before it was said to be unknown. */
function placeOf({ value, draft }: FieldProps<RegionDefinition>) {
  const begun = draft === undefined ? [] : draft.text.split('/')
  const chosen = value === null ? [] : typeof value === 'string' ? regionPath(value) : begun
  return { begun, chosen, name: typeof value === 'string' ? regionName(value) : undefined }
}

/** A way half gone is kept as a draft: it is no answer yet. */
function choose({ onAnswer }: FieldProps<RegionDefinition>, codes: readonly string[]): void {
  const next = settled(codes)
  if (next.length === DEPTH) onAnswer(next[DEPTH - 1])
  else onAnswer(undefined, draftOf(next))
}

export function besideRegion(props: FieldProps<RegionDefinition>): Beside {
  const { value, onAnswer } = props
  const { begun, chosen, name } = placeOf(props)
  return {
    echo: name ?? (chosen.length > 0 ? copy.district : ''),
    turnUnknown: () => (value === null ? choose(props, begun) : onAnswer(null, draftOf(chosen))),
  }
}

/** A place down to the district. */
export function RegionField(props: FieldProps<RegionDefinition>) {
  const { chosen, name } = placeOf(props)
  return (
    <LevelsInput
      className={`${styles.box} ${styles.whole} ${styles.list}`}
      label={props.definition.label}
      levelsOf={regionLevels}
      chosen={chosen}
      shown={name}
      onChange={(codes) => choose(props, codes)}
    />
  )
}
