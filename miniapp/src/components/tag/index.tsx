import { Text } from '@tarojs/components'
import type { StatusWords } from '../../words/status'
import styles from './index.module.scss'

/** A state in a word or two; the colour only repeats it. */
export function Tag({ text, tone }: StatusWords) {
  return <Text className={`${styles.tag} ${styles[tone]}`}>{text}</Text>
}
