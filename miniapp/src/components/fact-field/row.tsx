import { View } from '@tarojs/components'
import { Choice } from '../../platform/choice'
import { Icon } from '../icon'
import styles from './index.module.scss'

interface RowProps {
  readonly kind: 'radio' | 'checkbox'
  readonly name: string
  readonly label: string
  readonly checked: boolean
  readonly onChange: () => void
  /** Set apart: the answers that are none of the options. */
  readonly apart?: boolean
}

/** One of several answers below one another. */
export function Row({ kind, name, label, checked, onChange, apart = false }: RowProps) {
  return (
    <Choice
      kind={kind}
      name={name}
      label={label}
      checked={checked}
      onChange={onChange}
      className={`${styles.row} ${checked ? styles.chosen : ''} ${apart ? styles.apart : ''}`}
    >
      <View className={`${styles.mark} ${styles[kind] ?? ''}`}>{checked && <Icon name="check" />}</View>
      <View className={styles.option}>{label}</View>
    </Choice>
  )
}
