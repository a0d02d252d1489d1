import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../../platform/aria'
import { Icon } from '../icon'
import styles from './index.module.scss'

interface NoticeProps {
  readonly children: ReactNode
  readonly tone?: 'info' | 'warn' | 'bad' | 'good'
  /** Said by a screen reader when it appears; what went wrong at once. */
  readonly live?: boolean
}

const ICONS = { info: 'document', warn: 'clock', bad: 'warn', good: 'check' } as const

export function Notice({ children, tone = 'info', live = false }: NoticeProps) {
  return (
    <View
      className={`${styles.notice} ${styles[tone]}`}
      {...(live && aria({ role: tone === 'bad' ? 'alert' : 'status' }))}
    >
      <Icon name={ICONS[tone]} className={styles.icon} />
      <View className={styles.words}>{children}</View>
    </View>
  )
}
