import Taro from '@tarojs/taro'
import { useState } from 'react'
import { platformCopy as copy } from './copy'
import { Pressable } from './pressable.h5'
import type { ShareButtonProps, Sharing } from './share-props'

/** Browsers share an address by copying it. */
export function useSharing(_sharing: Sharing): void {}

/** Copies the address of a page: its name and a public id, or an invitation that is meant to be handed on. */
export function ShareButton({ path, className, copied, children }: ShareButtonProps) {
  const [said, setSaid] = useState('')
  const address = `${window.location.origin}${window.location.pathname}#/${path}`
  return (
    <div>
      <Pressable
        className={className ?? ''}
        onPress={() => {
          Taro.setClipboardData({ data: address }).then(
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
