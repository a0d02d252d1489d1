import { Button } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import type { ShareButtonProps, Sharing } from './share-props'

/** What WeChat sends when the page is shared, from its own menu as well. The page's config must allow it. */
export function useSharing({ title, path }: Sharing): void {
  useShareAppMessage(() => ({ title, path: `/${path}` }))
}

/** Only WeChat's own button opens its sharing. */
export function ShareButton({ className, children }: ShareButtonProps) {
  return (
    <Button className={`reset-button ${className ?? ''}`} openType="share">
      {children}
    </Button>
  )
}
