import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import { instantWords } from '../../words/instant'
import styles from './index.module.scss'

interface Entry {
  /** ISO instant. */
  readonly at: string
  readonly label: string
  readonly text: string
  readonly note?: string | undefined
}

/** What happened, the newest first. */
export function Timeline({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <View {...aria({ role: 'list' })}>
      {entries.map((entry) => (
        <View key={`${entry.at} ${entry.label}`} className={styles.entry} {...aria({ role: 'listitem' })}>
          <View className={styles.dot} />
          <View className={styles.words}>
            <View className={styles.label}>{entry.label}</View>
            <View>{entry.text}</View>
            {entry.note !== undefined && <View className={styles.note}>{entry.note}</View>}
            <View className={styles.when}>{instantWords(entry.at)}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
