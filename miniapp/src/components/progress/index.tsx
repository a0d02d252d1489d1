import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import styles from './index.module.scss'

interface ProgressProps {
  readonly label: string
  readonly done: number
  readonly all: number
}

/** How far something is, in words and as a bar. */
export function Progress({ label, done, all }: ProgressProps) {
  const percent = all === 0 ? 0 : Math.round((done / all) * 100)
  return (
    <View className={styles.progress} {...aria({ role: 'progressbar', label: `${label}，${percent}%`, percent })}>
      <View className={styles.words}>
        <View>{label}</View>
        <View className={styles.figure}>{percent}%</View>
      </View>
      <View className={styles.track}>
        <View className={styles.bar} style={`width:${percent}%`} />
      </View>
    </View>
  )
}
