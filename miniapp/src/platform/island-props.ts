import type { ReactNode } from 'react'

export interface IslandProps {
  readonly children: ReactNode
}
