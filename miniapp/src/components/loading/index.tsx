import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from '../../platform/aria'
import { loadingCopy } from '../copy'
import styles from './index.module.scss'

/** Longer than a good network takes, shorter than anybody looks at grey lines without wondering. */
const SLOW_MS = 5_000

/** Where something will stand in a moment; a screen reader is told that it is on its way. Words come where it takes long. */
export function Loading({
  rows = 3,
  label = loadingCopy.reading,
}: {
  readonly rows?: number
  readonly label?: string
}) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <View className={styles.loading} {...aria({ role: 'status', label })}>
      {slow && <View className={styles.slow}>{loadingCopy.slow}</View>}
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className={styles.row}>
          <View className={styles.line} />
          <View className={`${styles.line} ${styles.short}`} />
        </View>
      ))}
    </View>
  )
}
