import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Refusal, refreshesIn, refusal, tokensIn, type Wechat } from './wechat'

const LIFETIME_MS = 7_200_000
/** So long before the end a new one is handed out; both hold then. */
const RENEW_BEFORE_MS = 5 * 60_000
const FORCED_A_DAY = 20
const FORCED_PAUSE_MS = 30_000

const Request = z.object({
  grant_type: z.string(),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().optional(),
})

interface Answer {
  readonly access_token: string
  readonly expires_in: number
}

/** Why the app is not let in, if it is not. */
export function refusedApp({ secrets, newId }: Wechat, appid: string, secret: string): Refusal | undefined {
  if (appid !== secrets.wechat.appId) return refusal(40013, 'invalid appid', newId)
  if (secret !== secrets.wechat.secret) return refusal(40125, 'invalid appsecret', newId)
  return undefined
}

/** POST /cgi-bin/stable_token: the same token until five minutes before its end, unless a new one is forced. */
export function stableToken(wechat: Wechat, body: unknown): Answer | Refusal {
  const { journal, clock, newId } = wechat
  const request = Request.safeParse(body)
  if (!request.success) return refusal(47001, 'data format error', newId)
  const { grant_type, appid, secret, force_refresh = false } = request.data
  if (grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type', newId)
  const refused = refusedApp(wechat, appid, secret)
  if (refused) return refused

  const tokens = tokensIn(journal)
  const now = clock().getTime()
  const [token, last] = tokens.entries().at(-1) ?? []
  if (!force_refresh && token !== undefined && last !== undefined && last.expiresAt - RENEW_BEFORE_MS > now) {
    return { access_token: token, expires_in: Math.floor((last.expiresAt - now) / 1_000) }
  }
  return journal.commit(() => {
    if (force_refresh) {
      const tooOften = countForced(wechat, now)
      if (tooOften) return tooOften
    }
    for (const [id, { expiresAt }] of tokens.entries()) {
      // A forced refresh ends the others at once: that is what it is for.
      if (force_refresh || expiresAt <= now) tokens.remove(id)
    }
    const made = randomBytes(100).toString('base64url')
    tokens.put(made, { madeAt: now, expiresAt: now + LIFETIME_MS })
    return { access_token: made, expires_in: LIFETIME_MS / 1_000 }
  })
}

function countForced({ journal, newId }: Wechat, now: number): Refusal | undefined {
  const refreshes = refreshesIn(journal)
  const day = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
  const { count, lastAt } = refreshes.get(day) ?? { count: 0, lastAt: 0 }
  if (count >= FORCED_A_DAY) return refusal(45009, 'reach max api daily quota limit', newId)
  if (now - lastAt < FORCED_PAUSE_MS)
    return refusal(45011, 'api minute-quota reach limit, please retry next minute', newId)
  refreshes.put(day, { count: count + 1, lastAt: now })
  return undefined
}
