import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { LevelsInput } from '../../platform/levels-input'
import { regionLevels, regionName, regionPath, settled } from '../fact-field/regions'
import styles from './index.module.scss'

const DEPTH = 3

interface RegionPickerProps {
  readonly label: string
  readonly hint: string
  /** The codes chosen so far, one a level; a way half gone is kept too. */
  readonly chosen: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
  readonly problem: string | undefined
}

/** The district of a way that was gone to its end. */
export const districtOf = (chosen: readonly string[]): string | undefined => chosen[DEPTH - 1]

export const pathOfRegion = (code: string | null | undefined): readonly string[] =>
  typeof code === 'string' ? regionPath(code) : []

/** A place in China down to its district, level by level. */
export function RegionPicker({ label, hint, chosen, onChange, problem }: RegionPickerProps) {
  const district = districtOf(chosen)
  const name = district === undefined ? undefined : regionName(district)
  return (
    <View className={styles.field}>
      <View className={styles.label}>{label}</View>
      <LevelsInput
        className={styles.list ?? ''}
        label={label}
        levelsOf={regionLevels}
        chosen={chosen}
        shown={name}
        onChange={(codes) => onChange(settled(codes))}
      />
      <View className={problem === undefined ? styles.hint : styles.problem} {...aria({ live: 'polite' })}>
        {problem ?? name ?? hint}
      </View>
    </View>
  )
}
