import type { ReactNode } from 'react'

export interface DialogProps {
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}
