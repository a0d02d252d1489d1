import type { ReactNode } from 'react'
import { Pressable } from '../../platform/pressable'
import styles from './index.module.scss'

interface ButtonProps {
  readonly children: ReactNode
  readonly onPress: () => void
  /** One `primary` a screen: what most people came for. */
  readonly kind?: 'primary' | 'secondary' | 'plain'
  readonly disabled?: boolean
}

export const buttonClass = (kind: NonNullable<ButtonProps['kind']>): string => `${styles.button} ${styles[kind]}`

export function Button({ children, onPress, kind = 'primary', disabled = false }: ButtonProps) {
  return (
    <Pressable
      className={`${buttonClass(kind)} ${disabled ? styles.disabled : ''}`}
      onPress={onPress}
      disabled={disabled}
    >
      {children}
    </Pressable>
  )
}
