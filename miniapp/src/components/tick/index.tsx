import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { Choice } from '../../platform/choice'
import { Icon } from '../icon'
import styles from './index.module.scss'

interface TickProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: () => void
  readonly problem?: string | undefined
}

/** One box to tick, with its sentence. */
export function Tick({ label, checked, onChange, problem }: TickProps) {
  return (
    <View className={styles.tick}>
      <Choice kind="checkbox" name={label} label={label} checked={checked} onChange={onChange} className={styles.row}>
        <View className={`${styles.mark} ${checked ? styles.checked : ''}`}>{checked && <Icon name="check" />}</View>
        <View className={styles.label}>{label}</View>
      </Choice>
      {problem !== undefined && (
        <View className={styles.problem} {...aria({ live: 'polite' })}>
          {problem}
        </View>
      )}
    </View>
  )
}
