import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from '../../platform/heading'
import styles from './index.module.scss'

interface CardProps {
  readonly children: ReactNode
  /** A heading of its own, one level below the page's. */
  readonly title?: string
  readonly flush?: boolean
  /** Lines that follow one another closely. */
  readonly tight?: boolean
}

/** What belongs together, on white. `flush` lets rows reach its edges. */
export function Card({ children, title, flush = false, tight = false }: CardProps) {
  return (
    <View className={`${styles.card} ${flush ? styles.flush : tight ? styles.tight : styles.loose}`}>
      {title !== undefined && (
        <Heading level={2} className={styles.title}>
          {title}
        </Heading>
      )}
      {children}
    </View>
  )
}
