import type { ReactNode } from 'react'

export interface HeadingProps {
  readonly level: 1 | 2 | 3 | 4
  readonly className?: string
  readonly children: ReactNode
}
