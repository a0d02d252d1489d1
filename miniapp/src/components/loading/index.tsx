import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { loadingCopy } from '../copy'
import styles from './index.module.scss'

/** Where something will stand in a moment; a screen reader is told that it is on its way. */
export function Loading({
  rows = 3,
  label = loadingCopy.reading,
}: {
  readonly rows?: number
  readonly label?: string
}) {
  return (
    <View className={styles.loading} {...aria({ role: 'status', label })}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className={styles.row}>
          <View className={styles.line} />
          <View className={`${styles.line} ${styles.short}`} />
        </View>
      ))}
    </View>
  )
}
