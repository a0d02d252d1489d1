const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export const ACCESS_TOKEN_MS = 10 * MINUTE
/** How long a checked access token is taken without looking again: a device that was ended elsewhere stays in so long. */
export const VERIFIED_FOR_MS = MINUTE
/** A refresh token that was used may come again so long: phones repeat what they got no answer to. */
export const GRACE_MS = 20_000
/** Without use. */
export const SESSION_IDLE_MS = 60 * DAY
/** With use. */
export const SESSION_LONGEST_MS = 180 * DAY
export const LOGIN_CODE_MS = 5 * MINUTE
export const LOGIN_CODE_TRIES = 5
/** A new token key is published so long before it is used: caches of the key set (5 minutes) know it by then. */
export const KEY_LEAD_MS = 10 * MINUTE
/** Each process reads the keys again after this, well within the lead. */
export const KEYS_READ_EVERY_MS = MINUTE
/** Between two questions for an unknown key. */
export const UNKNOWN_KEY_PAUSE_MS = 1_000

/** The wording of 用户协议 and 隐私政策 that people agree to when they sign in. */
export const TERMS_VERSION = '2026-11-21'
