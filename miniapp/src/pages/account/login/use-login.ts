import type { loginByPhoneContract, loginCodeContract } from '@suanhui/shared/api'
import { useEffect, useState } from 'react'
import { sessionOf } from '../../../api/access'
import { ask } from '../../../api/ask'
import { ApiError } from '../../../api/send'
import { problemWords } from '../../../components/problem'
import { goBack } from '../../../navigation'
import { keepSession } from '../../../stores/session'
import { loginCopy as copy } from '../copy'

const PHONE = /^1[3-9]\d{9}$/
const CODE = /^\d{6}$/

/** What people type, as digits: `138 0000-0000`, `+86 138…`, full-width digits. */
export const digitsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\d+]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')

/** `sending`: why no code came; it stands beside the button that asks for one. */
type Problems = Readonly<Partial<Record<'phone' | 'code' | 'agreed' | 'sending' | 'form', string>>>

/** Seconds that pass until nothing is left. */
function useCountdown(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}

function problemsOf(error: unknown, of: 'sending' | 'form'): Problems {
  if (!(error instanceof ApiError)) return { [of]: problemWords(error) }
  const named = error.fields.filter(({ field }) => field === 'phone' || field === 'code' || field === 'agreed')
  if (named.length === 0) return { [of]: error.message }
  return Object.fromEntries(named.map(({ field, message }) => [field, message]))
}

/** The state of the login page; what was typed survives every refusal. */
export function useLogin() {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problems>({})
  const [waitSeconds, startWaiting] = useCountdown()

  async function sendCode(): Promise<void> {
    if (!PHONE.test(digitsOf(phone))) {
      setProblems({ phone: copy.needPhone })
      return
    }
    setProblems({})
    try {
      const { retryAfterSeconds } = await ask<typeof loginCodeContract>({
        method: 'post',
        path: '/v1/login/codes',
        access: 'public',
        body: { phone: digitsOf(phone) },
      })
      setSent(true)
      startWaiting(retryAfterSeconds)
    } catch (error) {
      setProblems(problemsOf(error, 'sending'))
      // An earlier one did come; this one does not.
      setSent(false)
      if (error instanceof ApiError && error.retryAfterSeconds !== undefined) startWaiting(error.retryAfterSeconds)
    }
  }

  async function enter(): Promise<void> {
    const wrong: Problems = {
      ...(!PHONE.test(digitsOf(phone)) && { phone: copy.needPhone }),
      ...(!CODE.test(digitsOf(code)) && { code: copy.needCode }),
      ...(!agreed && { agreed: copy.needAgree }),
    }
    setProblems(wrong)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    try {
      const tokens = await ask<typeof loginByPhoneContract>({
        method: 'post',
        path: '/v1/login/phone',
        access: 'public',
        body: { phone: digitsOf(phone), code: digitsOf(code), agreed: true },
      })
      keepSession(sessionOf(tokens))
      goBack()
    } catch (error) {
      setProblems(problemsOf(error, 'form'))
    } finally {
      setBusy(false)
    }
  }

  return {
    phone,
    setPhone,
    code,
    setCode,
    agreed,
    toggleAgreed: () => setAgreed(!agreed),
    askToAgree: () => setProblems({ agreed: copy.needAgree }),
    sent,
    waitSeconds,
    busy,
    problems,
    sendCode: () => void sendCode(),
    enter: () => void enter(),
  }
}
