import type { ReactNode } from 'react'

/** What a shared card says and where it leads: a page and public ids, never an answer. */
export interface Sharing {
  readonly title: string
  readonly path: string
}

export interface ShareButtonProps {
  readonly path: string
  readonly className?: string
  /** Said when the address was copied, where it is not about answers. */
  readonly copied?: string
  readonly children: ReactNode
}
