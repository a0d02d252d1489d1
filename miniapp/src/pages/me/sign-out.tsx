import { useState } from 'react'
import { signOut } from '../../api/account'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { Dialog } from '../../platform/dialog'
import { hasUnsent } from '../../stores/personal'
import { meCopy as copy } from './copy'

/** Signs out and takes everything of this person's off the phone; asks first where something would be lost. */
export function SignOut() {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => (hasUnsent() ? setAsking(true) : void signOut())}>
        {copy.signOut}
      </Button>
      {asking && (
        <Dialog label={copy.signOut} onClose={() => setAsking(false)}>
          <Notice tone="bad">{copy.unsent}</Notice>
          <Button onPress={() => setAsking(false)}>{copy.stay}</Button>
          <Button kind="plain" onPress={() => void signOut()}>
            {copy.signOutAnyway}
          </Button>
        </Dialog>
      )}
    </>
  )
}
