import type { ReactNode } from 'react'

export interface ChoiceProps {
  readonly kind: 'radio' | 'checkbox'
  /** The same for all choices of one question. */
  readonly name: string
  readonly label: string
  readonly checked: boolean
  readonly onChange: () => void
  readonly className?: string
  readonly children: ReactNode
}

export interface ChoiceGroupProps {
  readonly kind: 'radio' | 'checkbox'
  readonly label: string
  /** It begins with a heading that says the same. */
  readonly titled?: boolean
  readonly className?: string
  readonly children: ReactNode
}
