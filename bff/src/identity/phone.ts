import { timingSafeEqual } from 'node:crypto'
import type { Queries, Transaction } from '../stores/database'
import { spendCode, tryCode } from '../stores/identity-codes'
import { sealedOpenid, sealedPhone } from '../stores/identity-people'
import type { KeyOwner, Place, Vault } from '../vault/vault'

export const phoneIndexOf = (vault: Vault, phone: string): string => vault.blindIndex('phone', phone)

export const codeHmac = (vault: Vault, salt: string, code: string): string =>
  vault.blindIndex('login code', `${salt} ${code}`)

export const phonePlace = (personId: string): Place => ({ table: 'person_phones', column: 'phone', row: personId })
export const openidPlace = (personId: string): Place => ({ table: 'person_wechats', column: 'openid', row: personId })

const ownerOf = (id: string): KeyOwner => ({ kind: 'person', id })

/** The person's number, 11 digits; undefined where none is bound. */
export async function phoneOf(queries: Queries, vault: Vault, personId: string): Promise<string | undefined> {
  const sealed = await sealedPhone(queries, personId)
  return sealed === undefined ? undefined : vault.open(queries, ownerOf(personId), phonePlace(personId), sealed)
}

/** The person's openid in our mini-program; undefined where they never signed in by WeChat. */
export async function openidOf(queries: Queries, vault: Vault, personId: string): Promise<string | undefined> {
  const sealed = await sealedOpenid(queries, personId)
  return sealed === undefined ? undefined : vault.open(queries, ownerOf(personId), openidPlace(personId), sealed)
}

/** `138****0000` */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

const equal = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Compares a code with the one sent to the number, and uses it up where it is right. The try counts when the
 * transaction is committed, so the caller must not throw because of a wrong one.
 * @returns what is wrong, in words; undefined where it is right.
 */
export async function wrongCode(
  transaction: Transaction,
  vault: Vault,
  { phoneIndex, code }: { readonly phoneIndex: string; readonly code: string },
  now: Date,
): Promise<string | undefined> {
  const sent = await tryCode(transaction, phoneIndex, now)
  if (sent === undefined) return '验证码过期了或已经用过，请重新获取一条'
  if (equal(sent.hmac, codeHmac(vault, sent.salt, code))) {
    await spendCode(transaction, phoneIndex)
    return undefined
  }
  return sent.triesLeft > 0
    ? `验证码不对，请核对短信，还可以再试${sent.triesLeft}次`
    : '验证码不对，这一条已经作废，请重新获取一条'
}
