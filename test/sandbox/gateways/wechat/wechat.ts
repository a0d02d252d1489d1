import { z } from 'zod'
import type { Journal } from '../../journal'
import type { Templates } from '../../seeds/templates'
import type { World } from '../../world'

/** A code of wx.login or getPhoneNumber: one use, five minutes. */
export const Code = z.object({
  kind: z.enum(['login', 'phone']),
  openid: z.string(),
  unionid: z.string().optional(),
  phone: z.string().optional(),
  madeAt: z.number(),
  used: z.boolean(),
})
export const AccessToken = z.object({ madeAt: z.number(), expiresAt: z.number() })
/** How many messages of a template may still be sent to a person. */
export const Quota = z.object({ left: z.number() })
/** Forced refreshes of the access token on a day. */
export const Refreshes = z.object({ count: z.number(), lastAt: z.number() })

export const CODE_LIFETIME_MS = 5 * 60_000

export const codesIn = (journal: Journal) => journal.collection('wechat-codes', Code)
export const tokensIn = (journal: Journal) => journal.collection('wechat-tokens', AccessToken)
export const quotasIn = (journal: Journal) => journal.collection('wechat-quotas', Quota)
export const refreshesIn = (journal: Journal) => journal.collection('wechat-refreshes', Refreshes)
/** Everyone who ever logged in; WeChat knows no other openid. */
export const Follower = z.object({ since: z.number(), banned: z.boolean() })
export const followersIn = (journal: Journal) => journal.collection('wechat-followers', Follower)

export const quotaKey = (openid: string, templateId: string): string => `${openid} ${templateId}`

/** WeChat answers everything with 200; what went wrong stands in `errcode`. */
export interface Refusal {
  readonly errcode: number
  readonly errmsg: string
}

export const refusal = (errcode: number, errmsg: string, newId: () => string): Refusal => ({
  errcode,
  errmsg: `${errmsg} rid: ${newId().slice(0, 8)}-${newId().slice(0, 8)}`,
})

export interface Wechat extends World {
  readonly templates: Templates['wechat']
}

/** Why the access token in the query is refused, if it is. */
export function refusedToken({ journal, clock, newId }: Wechat, token: string | undefined): Refusal | undefined {
  if (token === undefined || token === '') return refusal(41001, 'access_token missing', newId)
  const known = tokensIn(journal).get(token)
  if (known === undefined) return refusal(40001, 'invalid credential, access_token is invalid or not latest', newId)
  if (known.expiresAt <= clock().getTime()) return refusal(42001, 'access_token expired', newId)
  return undefined
}
