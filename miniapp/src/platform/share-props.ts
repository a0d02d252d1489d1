import type { ReactNode } from 'react'

/** What a shared card says and where it leads: a page and public ids, never an answer. */
export interface Sharing {
  readonly title: string
  readonly path: string
}

export interface ShareButtonProps {
  readonly path: string
  readonly className?: string
  readonly children: ReactNode
}
