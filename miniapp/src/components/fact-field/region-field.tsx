import type { FactDefinition } from '@suanhui/shared/facts'
import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { LevelsInput } from '../../platform/levels-input'
import type { Draft } from '../../stores/answers-state'
import { factFieldCopy as copy } from '../copy'
import { DontKnow } from './dont-know'
import type { FieldProps } from './field-props'
import styles from './index.module.scss'
import { regionLevels, regionName, regionPath, settled } from './regions'

type RegionDefinition = Extract<FactDefinition, { type: 'code' }>

const DEPTH = 3

const draftOf = (codes: readonly string[]): Draft | undefined =>
  codes.length === 0 ? undefined : { text: codes.join('/') }

/** A place down to the district. A way half gone is kept as a draft: it is no answer yet. */
export function RegionField({ id, definition, value, draft, onAnswer }: FieldProps<RegionDefinition>) {
  const begun = draft === undefined ? [] : draft.text.split('/')
  const chosen = value === null ? [] : typeof value === 'string' ? regionPath(value) : begun
  const choose = (codes: readonly string[]) => {
    const next = settled(codes)
    if (next.length === DEPTH) onAnswer(next[DEPTH - 1])
    else onAnswer(undefined, draftOf(next))
  }
  const name = typeof value === 'string' ? regionName(value) : undefined
  const hint = chosen.length > 0 && name === undefined ? copy.district : ''
  return (
    <>
      <LevelsInput
        className={`${styles.box} ${styles.whole} ${styles.list}`}
        label={definition.label}
        levelsOf={regionLevels}
        chosen={chosen}
        shown={name}
        onChange={choose}
      />
      <View className={styles.echo} {...aria({ live: 'polite' })}>
        {name ?? hint}
      </View>
      <DontKnow
        id={id}
        checked={value === null}
        onChange={() => (value === null ? choose(begun) : onAnswer(null, draftOf(chosen)))}
      />
    </>
  )
}
