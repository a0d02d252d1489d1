import type { PublicKey } from '@suanhui/shared/api'
import type { Json } from './column'

/** A person's mobile number: sealed, and found by its blind index. */
export interface PersonPhonesTable {
  readonly person_id: string
  readonly phone_index: string
  readonly phone_sealed: string
  readonly bound_at: Date
}

export interface PersonWechatsTable {
  readonly person_id: string
  readonly openid_index: string
  readonly openid_sealed: string
  readonly unionid_index: string | null
  readonly linked_at: Date
}

/** Who agreed to which wording of terms and privacy policy, and when. */
export interface TermsAgreementsTable {
  readonly person_id: string
  readonly terms_version: string
  readonly agreed_at: Date
}

/** The code that was sent to a number last. */
export interface LoginCodesTable {
  readonly phone_index: string
  readonly salt: string
  readonly code_hmac: string
  readonly tries_left: number
  readonly expires_at: Date
}

/** GCRA: the moment from which a caller has its whole allowance again. */
export interface RateLimitsTable {
  readonly key: string
  readonly next_at: Date
}

/** One device on which someone is signed in; the family of its refresh tokens. */
export interface SessionsTable {
  readonly id: string
  readonly person_id: string
  readonly device: string
  readonly created_at: Date
  readonly last_used_at: Date
  readonly expires_at: Date
  readonly ended_at: Date | null
}

export interface RefreshTokensTable {
  /** SHA-256 of the token, hex. */
  readonly hash: string
  readonly session_id: string
  readonly issued_at: Date
  readonly used_at: Date | null
  /** The token that came after it, for a phone that asks again; null before it is used, and some time after. */
  readonly successor_sealed: string | null
}

/** Keys that sign access tokens; every process uses the same ones. */
export interface TokenKeysTable {
  readonly kid: string
  readonly public_key: Json<PublicKey>
  readonly private_sealed: string
  readonly used_from: Date
  /** Its tokens are refused from here on. */
  readonly used_until: Date | null
}

export interface IdentityTables {
  readonly person_phones: PersonPhonesTable
  readonly person_wechats: PersonWechatsTable
  readonly terms_agreements: TermsAgreementsTable
  readonly login_codes: LoginCodesTable
  readonly rate_limits: RateLimitsTable
  readonly sessions: SessionsTable
  readonly refresh_tokens: RefreshTokensTable
  readonly token_keys: TokenKeysTable
}
