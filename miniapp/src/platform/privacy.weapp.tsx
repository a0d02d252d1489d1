import { Button } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { createStore, useStore } from '../stores/store'
import type { AgreeButtonProps, PrivacyAnswer, PrivacyAsk } from './privacy-props'

/** Everything that waits for the one answer, and the page that was in front when it was asked for. */
interface Waiting {
  readonly page: string | undefined
  readonly resolves: readonly ((answer: PrivacyAnswer) => void)[]
}

const waiting = createStore<Waiting | undefined>(undefined)

const pageInFront = (): string | undefined => Taro.getCurrentInstance().router?.$taroPath

/**
 * From now on our own sheet asks for the consent that WeChat wants before camera, files and phone number.
 * WeChat holds back what was asked for until `resolve` is called.
 */
export function answerPrivacy(): void {
  Taro.onNeedPrivacyAuthorization((resolve: (answer: PrivacyAnswer) => void) => {
    const { resolves = [] } = waiting.get() ?? {}
    waiting.set({ page: pageInFront(), resolves: [...resolves, resolve] })
  })
}

/** The question, on the page in front only: those below it stay as they are. */
export function usePrivacyAsk(): PrivacyAsk | undefined {
  const asked = useStore(waiting)
  const page = useRouter().$taroPath
  if (asked === undefined || asked.page !== page) return undefined
  return {
    answer(answer) {
      waiting.set(undefined)
      for (const resolve of asked.resolves) resolve(answer)
    },
  }
}

export const openPrivacyContract = (): void => Taro.openPrivacyContract()

/** Only WeChat's own button counts as consent. */
export function AgreeButton({ className, id, onAgree, children }: AgreeButtonProps) {
  return (
    <Button
      id={id}
      className={`reset-button ${className}`}
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Button>
  )
}

/** Whether a refusal is the person's own, of WeChat's declaration of privacy. */
export const privacyDeclined = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('errno' in error && (error.errno === 103 || error.errno === 104)) ||
    ('errMsg' in error && /privacy/i.test(String(error.errMsg))))
