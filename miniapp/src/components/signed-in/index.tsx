import type { ReactNode } from 'react'
import { goTo } from '../../navigation'
import { useSignedIn } from '../../stores/session'
import { Button } from '../button'
import { Empty } from '../empty'

interface SignedInProps {
  /** What signing in is good for here: 登录后能看到审核进度. */
  readonly why: string
  readonly children: ReactNode
}

/** Shows what is inside to someone who is signed in; everyone else is asked to, and comes back here afterwards. */
export function SignedIn({ why, children }: SignedInProps) {
  if (useSignedIn()) return <>{children}</>
  return (
    <Empty title="请先登录">
      {why}
      <Button onPress={() => goTo('login')}>用手机号登录</Button>
    </Empty>
  )
}
