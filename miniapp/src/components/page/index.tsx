import type { ReactNode } from 'react'
import { goBack } from '../../navigation'
import { PageFrame } from '../../platform/page-frame'
import { usePreferences } from '../../stores/preferences'

interface PageProps {
  readonly title?: string
  readonly children: ReactNode
  readonly bar?: ReactNode
}

/** Every page stands in one: its title and the way back, the size of its text, and what stays at the bottom. */
export function Page({ title, children, bar }: PageProps) {
  const { elder } = usePreferences()
  return (
    <PageFrame className={elder ? 'elder' : ''} title={title} onBack={goBack} bar={bar}>
      {children}
    </PageFrame>
  )
}
