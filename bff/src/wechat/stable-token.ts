import { z } from 'zod'
import type { WechatAnswer, WechatCall } from './call'

const StableToken = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() })

/** WeChat gives out the next one five minutes before the end of a token; both are good then. */
const EARLY_MS = 5 * 60_000

export interface StableTokens {
  get(): Promise<WechatAnswer<string>>
  /** WeChat refused this one. */
  drop(token: string): void
}

/**
 * The app's access token (`stable_token`, normal mode): every process may fetch it and gets the same one. It is kept
 * until shortly before its end, and fetched once however many ask.
 */
export function stableTokens(
  call: <T>(call: WechatCall<T>) => Promise<WechatAnswer<T>>,
  account: { readonly appId: string; readonly secret: string },
  elapsedMs: () => number,
): StableTokens {
  let kept: { readonly token: string; readonly untilMs: number } | undefined
  let fetching: Promise<WechatAnswer<string>> | undefined

  async function fetchOne(): Promise<WechatAnswer<string>> {
    const askedMs = elapsedMs()
    const answer = await call({
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid: account.appId, secret: account.secret, force_refresh: false },
      answer: StableToken,
    })
    if (!answer.ok) return answer
    const { access_token: token, expires_in: seconds } = answer.value
    const lifetimeMs = seconds * 1000
    // One that is about to end is handed out in those last minutes too: it is kept for half of what is left.
    const keepMs = lifetimeMs > 2 * EARLY_MS ? lifetimeMs - EARLY_MS : lifetimeMs / 2
    kept = { token, untilMs: askedMs + keepMs }
    return { ok: true, value: token }
  }

  return {
    async get() {
      if (kept !== undefined && elapsedMs() < kept.untilMs) return { ok: true, value: kept.token }
      fetching ??= fetchOne().finally(() => {
        fetching = undefined
      })
      return fetching
    },
    drop(token) {
      if (kept?.token === token) kept = undefined
    },
  }
}
