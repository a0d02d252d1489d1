import { formatDate } from '@suanhui/shared/date'
import type { FactDefinition } from '@suanhui/shared/facts'
import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { DateInput } from '../../platform/date-input'
import { DontKnow } from './dont-know'
import type { FieldProps } from './field-props'
import styles from './index.module.scss'

type DateDefinition = Extract<FactDefinition, { type: 'date' }>

export function DateField({ id, definition, value, draft, onAnswer }: FieldProps<DateDefinition>) {
  const date = typeof value === 'string' ? value : undefined
  return (
    <>
      <View className={`${styles.box} ${styles.whole}`}>
        <DateInput className={styles.input} label={definition.label} value={date} onChange={onAnswer} />
      </View>
      <View className={styles.echo} {...aria({ live: 'polite' })}>
        {date === undefined ? '' : formatDate(date)}
      </View>
      <DontKnow
        id={id}
        checked={value === null}
        onChange={() =>
          value === null ? onAnswer(draft?.text) : onAnswer(null, date === undefined ? undefined : { text: date })
        }
      />
    </>
  )
}
