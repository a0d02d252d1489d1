import type { Me } from '@suanhui/shared/api'
import type { Caller, Deps } from '../deps'
import { AppError } from '../errors'
import type { Transaction } from '../stores/database'
import {
  isInACompany,
  keepPhone,
  keepWechat,
  lockIdentity,
  personByPhone,
  retirePerson,
  sealedOpenid,
  sealedPhone,
  takeWechat,
} from '../stores/identity-people'
import { moveSessions } from '../stores/identity-sessions'
import { describeMe } from './describe-me'
import { codeRefused } from './log-in-by-phone'
import { openidOf, openidPlace, phoneIndexOf, phonePlace, wrongCode } from './phone'
import { needWechat, wechatRefusal } from './wechat-words'

type World = Pick<Deps, 'database' | 'vault' | 'accessTokens' | 'clock' | 'wechat'>

export type PhoneProof = { readonly phone: string; readonly code: string } | { readonly wechatCode: string }

type Outcome =
  | { readonly problem: string }
  | { readonly taken: true }
  | { readonly personId: string; readonly moved: readonly string[] }

const taken = (): AppError =>
  new AppError('CONFLICT', '这个手机号已经有账号了。如果是你本人的，请先退出，再用这个手机号登录')

/**
 * The number belongs to someone else's account, and the one who asks proved to hold the phone. Where that account has
 * no WeChat, and the asker's holds nothing but a WeChat login, they are one person: the login moves over.
 */
async function becomeOne(
  transaction: Transaction,
  { vault, clock }: World,
  from: string,
  to: string,
): Promise<Outcome> {
  const movable =
    (await sealedPhone(transaction, from)) === undefined &&
    !(await isInACompany(transaction, from)) &&
    (await sealedOpenid(transaction, to)) === undefined
  const openid = movable ? await openidOf(transaction, vault, from) : undefined
  if (openid === undefined) return { taken: true }
  // A login by this WeChat at the same moment would give a session to someone who is about to vanish.
  await lockIdentity(transaction, vault.blindIndex('openid', openid))
  const link = await takeWechat(transaction, from)
  if (link === undefined) return { taken: true }
  const openidSealed = await vault.seal(transaction, { kind: 'person', id: to }, openidPlace(to), openid)
  const { openid_index: openidIndex, unionid_index: unionidIndex } = link
  await keepWechat(transaction, to, { openidIndex, openidSealed, unionidIndex }, clock())
  const moved = await moveSessions(transaction, from, to)
  await retirePerson(transaction, from, clock())
  await vault.destroyKey(transaction, { kind: 'person', id: from })
  return { personId: to, moved }
}

async function bind(transaction: Transaction, world: World, personId: string, phone: string): Promise<Outcome> {
  const { vault, clock } = world
  const index = phoneIndexOf(vault, phone)
  const holder = await personByPhone(transaction, index)
  if (holder !== undefined && holder !== personId) return becomeOne(transaction, world, personId, holder)
  const sealed = await vault.seal(transaction, { kind: 'person', id: personId }, phonePlace(personId), phone)
  await keepPhone(transaction, personId, { index, sealed }, clock())
  return { personId, moved: [] }
}

async function phoneByWechat({ wechat }: World, code: string): Promise<string> {
  const answer = await needWechat(wechat).phoneNumber(code)
  if (!answer.ok) throw wechatRefusal(answer)
  const { countryCode, purePhoneNumber } = answer.value
  if (countryCode !== '86' || !/^1\d{10}$/.test(purePhoneNumber))
    throw new AppError('INVALID_INPUT', '只能绑定中国大陆的手机号')
  return purePhoneNumber
}

/**
 * Binds a number to the person, in place of the one before. Binding the number one has already is done at once, so a
 * repetition is harmless.
 * @throws {AppError} a wrong code; 409 where the number is someone else's.
 */
export async function bindPhone(world: World, caller: Caller, proof: PhoneProof): Promise<Me> {
  const { database, vault, accessTokens, clock } = world
  const phone = 'phone' in proof ? proof.phone : await phoneByWechat(world, proof.wechatCode)
  const phoneIndex = phoneIndexOf(vault, phone)
  const outcome = await database.transaction(async (transaction): Promise<Outcome> => {
    await lockIdentity(transaction, phoneIndex)
    if ((await personByPhone(transaction, phoneIndex)) === caller.personId) {
      return { personId: caller.personId, moved: [] }
    }
    if ('code' in proof) {
      const problem = await wrongCode(transaction, vault, { phoneIndex, code: proof.code }, clock())
      if (problem !== undefined) return { problem }
    }
    return bind(transaction, world, caller.personId, phone)
  })
  if ('problem' in outcome) throw codeRefused(outcome.problem)
  if ('taken' in outcome) throw taken()
  for (const sessionId of outcome.moved) accessTokens.sessionEnded({ personId: caller.personId, sessionId })
  return describeMe(world, outcome.personId)
}
