import type { ReactNode } from 'react'
import { goTo } from '../../navigation'
import { hasUnsent } from '../../stores/personal'
import { useSignedIn } from '../../stores/session'
import { Button } from '../button'
import { signedInCopy as copy } from '../copy'
import { Empty } from '../empty'

interface SignedInProps {
  /** What signing in is good for here: 登录后能看到审核进度. */
  readonly why: string
  readonly children: ReactNode
}

/** Asks a person to sign in, and says what for: where a session ran out while they typed, that nothing is lost. */
export function SignInFirst({ why }: Pick<SignedInProps, 'why'>) {
  const unsent = hasUnsent()
  return (
    <Empty title={unsent ? copy.again : copy.title}>
      {unsent ? copy.kept : why}
      <Button onPress={() => goTo('login')}>{copy.login}</Button>
    </Empty>
  )
}

/** Shows what is inside to someone who is signed in; everyone else is asked to, and comes back here afterwards. */
export function SignedIn({ why, children }: SignedInProps) {
  return useSignedIn() ? children : <SignInFirst why={why} />
}
