import { useState } from 'react'
import { platformCopy as copy } from './copy'
import { Pressable } from './pressable.h5'
import type { ShareButtonProps, Sharing } from './share-props'

/** Browsers share an address by copying it. */
export function useSharing(_sharing: Sharing): void {}

/** By the browser itself: Taro would say so in a box of its own, which screen readers do not find. */
async function copyText(text: string): Promise<void> {
  // Absent where the page did not come by HTTPS.
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard === undefined) throw new Error('this browser lets no page copy')
  await clipboard.writeText(text)
}

/** Copies the address of a page: its name and a public id, or an invitation that is meant to be handed on. */
export function ShareButton({ path, className, copied, children }: ShareButtonProps) {
  const [said, setSaid] = useState('')
  const address = `${window.location.origin}${window.location.pathname}#/${path}`
  return (
    <div>
      <Pressable
        className={className ?? ''}
        onPress={() => {
          copyText(address).then(
            () => setSaid(copied ?? copy.copied),
            () => setSaid(copy.notCopied(address)),
          )
        }}
      >
        {children}
      </Pressable>
      <p className="share-said" aria-live="polite">
        {said}
      </p>
    </div>
  )
}
