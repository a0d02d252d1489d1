import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from '../../platform/heading'
import styles from './index.module.scss'

interface CardProps {
  readonly children: ReactNode
  /** A heading of its own, one level below the page's. */
  readonly title?: string
  readonly flush?: boolean
  readonly className?: string
}

/** What belongs together, on white. `flush` lets rows reach its edges. */
export function Card({ children, title, flush = false, className }: CardProps) {
  return (
    <View className={`${styles.card} ${flush ? styles.flush : ''} ${className ?? ''}`}>
      {title !== undefined && (
        <Heading level={2} className={styles.title}>
          {title}
        </Heading>
      )}
      {children}
    </View>
  )
}
