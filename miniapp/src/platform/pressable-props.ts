import type { ReactNode } from 'react'

export interface PressableProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly className?: string
  /** What a screen reader says where the text inside is not enough. */
  readonly label?: string
  readonly disabled?: boolean
  /** A link leads to a page, a button does something here. */
  readonly role?: 'button' | 'link'
  /** On a button that opens a part of the page. */
  readonly expanded?: boolean
  /** On a button that stays down. */
  readonly pressed?: boolean
}
