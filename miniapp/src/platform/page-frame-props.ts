import type { ReactNode } from 'react'

export interface PageFrameProps {
  readonly className: string
  /** Shown in the bar on top; the start page has none and carries its own heading. */
  readonly title?: string
  /** Absent on a main page. */
  readonly onBack?: (() => void) | undefined
  readonly children: ReactNode
  /** Stays at the bottom of the screen. */
  readonly bar?: ReactNode
}
