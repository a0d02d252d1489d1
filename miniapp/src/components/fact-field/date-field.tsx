import { formatDate } from '@suanhui/shared/date'
import type { FactDefinition } from '@suanhui/shared/facts'
import { View } from '@tarojs/components'
import { DateInput } from '../../platform/date-input'
import type { Beside, FieldProps } from './field-props'
import styles from './index.module.scss'

type DateDefinition = Extract<FactDefinition, { type: 'date' }>

const dateOf = (value: FieldProps['value']): string | undefined => (typeof value === 'string' ? value : undefined)

export function besideDate({ value, draft, onAnswer }: FieldProps<DateDefinition>): Beside {
  const date = dateOf(value)
  return {
    echo: date === undefined ? '' : formatDate(date),
    turnUnknown: () =>
      value === null ? onAnswer(draft?.text) : onAnswer(null, date === undefined ? undefined : { text: date }),
  }
}

export const DateField = ({ definition, value, onAnswer }: FieldProps<DateDefinition>) => (
  <View className={`${styles.box} ${styles.whole}`}>
    <DateInput className={styles.input} label={definition.label} value={dateOf(value)} onChange={onAnswer} />
  </View>
)
