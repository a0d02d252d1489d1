import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { changeConsent } from '../../api/privacy'
import { ApiError } from '../../api/send'
import { LEGAL_VERSION } from '../../legal-version'
import { Dialog } from '../../platform/dialog'
import { Heading } from '../../platform/heading'
import { sharingWords as words } from '../../words/sharing'
import { Button } from '../button'
import { Problem } from '../problem'
import styles from './index.module.scss'

type Work = () => Promise<void>

interface SheetProps {
  /** Keeps the consent and does what waited for it; what it throws is shown. */
  readonly onAgree: Work
  readonly onClose: () => void
}

/** What goes to whom, in plain words, and a button. */
export function SharingSheet({ onAgree, onClose }: SheetProps) {
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const agree = (): void => {
    setBusy(true)
    setFailed(undefined)
    onAgree().catch((error: unknown) => {
      setFailed(error)
      setBusy(false)
    })
  }
  return (
    <Dialog label={words.title} onClose={onClose}>
      <Heading level={2} className={styles.title ?? ''}>
        {words.title}
      </Heading>
      <View>{words.what}</View>
      <View>{words.inside}</View>
      <View className={styles.quiet}>{words.purpose}</View>
      {failed !== undefined && <Problem error={failed} />}
      <Button disabled={busy} onPress={agree}>
        {busy ? words.busy : words.agree}
      </Button>
      <Button kind="secondary" onPress={onClose}>
        {words.decline}
      </Button>
    </Dialog>
  )
}

/**
 * For what goes to a platform: `share` does it, and where the person has not agreed to that yet, asks in `sheet` and
 * does it then. It throws what the work throws.
 */
export function useSharing(): { readonly share: (work: Work) => Promise<void>; readonly sheet: ReactNode } {
  const [waiting, setWaiting] = useState<Work>()
  const close = (): void => setWaiting(undefined)
  const agreeAnd = async (work: Work): Promise<void> => {
    await changeConsent({ purpose: 'sharing_with_platform', version: LEGAL_VERSION, given: true })
    await work()
    close()
  }
  return {
    share: async (work) => {
      try {
        await work()
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'CONSENT_NEEDED') throw error
        setWaiting(() => work)
      }
    },
    sheet: waiting !== undefined && <SharingSheet onAgree={() => agreeAnd(waiting)} onClose={close} />,
  }
}
