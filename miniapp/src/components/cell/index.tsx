import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Pressable } from '../../platform/pressable'
import { Icon, type IconName } from '../icon'
import styles from './index.module.scss'

interface CellProps {
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly icon?: IconName
  readonly onPress: () => void
  /** Opens in place instead of leading on. */
  readonly expanded?: boolean
  /** Does something here, such as asking a question over the page, instead of leading to another. */
  readonly acts?: boolean
}

/** A row that leads somewhere, or opens. */
export function Cell({ title, detail, icon, onPress, expanded, acts = false }: CellProps) {
  const turned = expanded === undefined ? '' : expanded ? styles.up : styles.down
  return (
    <Pressable
      className={styles.cell}
      onPress={onPress}
      role={expanded === undefined && !acts ? 'link' : 'button'}
      expanded={expanded}
    >
      {icon !== undefined && <Icon name={icon} className={styles.icon} />}
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        {detail !== undefined && <View className={styles.detail}>{detail}</View>}
      </View>
      <Icon name="chevron" small className={`${styles.chevron} ${turned}`} />
    </Pressable>
  )
}
