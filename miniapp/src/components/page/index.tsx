import { type ReactNode, useContext } from 'react'
import { AddressContext, goBack, useAddress } from '../../navigation'
import { PageFrame } from '../../platform/page-frame'
import { usePreferences } from '../../stores/preferences'
import { PrivacySheet } from '../privacy-sheet'

interface PageProps {
  readonly title?: string
  readonly children: ReactNode
  readonly bar?: ReactNode
  /** One of the main pages: nothing lies behind it to go back to. */
  readonly root?: boolean
}

/** Every page stands in one: its title and the way back, the size of its text, and what stays at the bottom. */
export function Page({ title, children, bar, root = false }: PageProps) {
  const { elder } = usePreferences()
  const own = useAddress()
  // A page that changes its frame when someone signs in knows better.
  const address = useContext(AddressContext) ?? own
  return (
    <AddressContext.Provider value={address}>
      <PageFrame className={elder ? 'elder' : ''} title={title} onBack={root ? undefined : goBack} bar={bar}>
        {children}
        <PrivacySheet />
      </PageFrame>
    </AddressContext.Provider>
  )
}
