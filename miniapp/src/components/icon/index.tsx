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
  | 'home'
  | 'folder'
  | 'bell'
  | 'person'
  | 'company'
  | 'camera'
  | 'upload'
  | 'search'
  | 'plus'
  | 'trash'
  | 'lock'

interface IconProps {
  readonly name: IconName
  readonly small?: boolean
  /** For its colour and place. */
  readonly className?: string
}

/** A picture beside words; it never says anything alone, so screen readers pass over it. */
export function Icon({ name, small = false, className }: IconProps) {
  return (
    <View
      className={`${styles.icon} ${styles[small ? 'small' : 'normal']} ${styles[name]} ${className ?? ''}`}
      {...aria({ hidden: true })}
    />
  )
}
