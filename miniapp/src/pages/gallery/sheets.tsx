import { useState } from 'react'
import { ApiError } from '../../api/send'
import { Button } from '../../components/button'
import { PrivacyQuestion } from '../../components/privacy-sheet'
import { SharingSheet } from '../../components/sharing-consent'
import { galleryCopy as copy } from './copy'

function Privacy() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        {copy.actions.open}
      </Button>
      {open && <PrivacyQuestion ask={{ answer: () => setOpen(false) }} />}
    </>
  )
}

/** Agreeing fails here, so that its error is seen as well. */
function SharingConsent() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        {copy.actions.open}
      </Button>
      {open && (
        <SharingSheet
          onAgree={() => Promise.reject(new ApiError('OFFLINE', copy.noServer))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

export const sheets = { 'privacy-sheet': Privacy, 'sharing-consent': SharingConsent } as const
