import { View } from '@tarojs/components'
import { aria } from '../../platform/aria'
import styles from './index.module.scss'

export type IconName =
  | 'check'
  | 'cross'
  | 'question'
  | 'clock'
  | 'chevron'
  | 'document'
  | 'warn'
  | 'edit'
  | 'list'
  | 'share'

/** A picture beside words; it never says anything alone, so screen readers pass over it. */
export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return <View className={`${styles.icon} ${styles[name]} ${className ?? ''}`} {...aria({ hidden: true })} />
}
