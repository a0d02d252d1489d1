import { View } from '@tarojs/components'
import { Choice, ChoiceGroup } from '../../platform/choice'
import styles from './index.module.scss'

interface SegmentsProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

/** A few short choices beside one another, one of which holds. */
export function Segments<T extends string>({ label, options, chosen, onChoose }: SegmentsProps<T>) {
  return (
    <View className={styles.field}>
      <View className={styles.label}>{label}</View>
      <ChoiceGroup kind="radio" label={label} className={styles.segments}>
        {options.map((option) => (
          <Choice
            key={option.value}
            kind="radio"
            name={label}
            label={option.label}
            checked={option.value === chosen}
            onChange={() => onChoose(option.value)}
            className={`${styles.segment} ${option.value === chosen ? styles.chosen : ''}`}
          >
            <View>{option.label}</View>
          </Choice>
        ))}
      </ChoiceGroup>
    </View>
  )
}
