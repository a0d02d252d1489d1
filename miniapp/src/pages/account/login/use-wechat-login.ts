import { useState } from 'react'
import { ApiError } from '../../../api/send'
import { signInByWechat } from '../../../api/wechat-login'
import { problemWords } from '../../../components/problem'
import { goBack } from '../../../navigation'
import { wechatLoginCode } from '../../../platform/phone-button'
import { keepSession } from '../../../stores/session'
import { loginCopy as copy } from '../copy'

const wordsOf = (error: unknown): string => {
  if (!(error instanceof ApiError)) return copy.wechatUnable
  if (error.code === 'CONFLICT') return copy.phoneTaken
  return error.code === 'NOT_READY' ? copy.wechatUnable : problemWords(error)
}

/** Signing in by WeChat's number; whatever goes wrong, the code by SMS is still there. */
export function useWechatLogin() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function enter(phoneCode: string): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    try {
      keepSession(await signInByWechat(await wechatLoginCode(), phoneCode))
      goBack()
    } catch (error) {
      setProblem(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    problem,
    enter: (phoneCode: string) => void enter(phoneCode),
    none: (why: 'declined' | 'unable') => setProblem(why === 'declined' ? copy.wechatDeclined : copy.wechatUnable),
  }
}
