import { Text, View } from '@tarojs/components'
import type { AmountWords } from '../../words/amount'
import styles from './index.module.scss'

/** A sum with the kind of wording its document uses: the figure large, what it is beside it. */
export function Money({ words, size = 'normal' }: { readonly words: AmountWords; readonly size?: 'normal' | 'large' }) {
  const { lead, figure, note } = words
  if (figure === undefined) return <View className={styles.plain}>{note}</View>
  return (
    <View className={`${styles.money} ${styles[size]}`}>
      {lead !== '' && <Text className={styles.lead}>{lead}</Text>}
      <Text className={styles.figure}>{figure}</Text>
      <Text className={styles.note}>{note}</Text>
    </View>
  )
}
