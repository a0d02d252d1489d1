import type { Tokens } from '@suanhui/shared/api'
import type { Deps } from '../deps'
import type { Transaction } from '../stores/database'
import { keepWechat, lockIdentity, makePerson, personByWechat } from '../stores/identity-people'
import type { WechatUser } from '../wechat/client'
import { openidPlace } from './phone'
import { startSession, tokensOf } from './start-session'
import { needWechat, wechatRefusal } from './wechat-words'

type World = Pick<Deps, 'database' | 'vault' | 'accessTokens' | 'clock' | 'newId' | 'wechat'>

async function newPerson(
  transaction: Transaction,
  { vault, clock, newId }: World,
  { openid, unionid }: WechatUser,
  openidIndex: string,
): Promise<string> {
  const id = newId()
  await makePerson(transaction, id, clock())
  const openidSealed = await vault.seal(transaction, { kind: 'person', id }, openidPlace(id), openid)
  const unionidIndex = unionid === undefined ? null : vault.blindIndex('unionid', unionid)
  await keepWechat(transaction, id, { openidIndex, openidSealed, unionidIndex }, clock())
  return id
}

/** Signs in by the code of `wx.login`; the first time makes the person. @throws {AppError} with WeChat's refusal in words. */
export async function logInByWechat(
  world: World,
  { code, device }: { readonly code: string; readonly device: string },
): Promise<Tokens> {
  const { database, vault } = world
  const answer = await needWechat(world.wechat).codeToSession(code)
  if (!answer.ok) throw wechatRefusal(answer)
  const openidIndex = vault.blindIndex('openid', answer.value.openid)
  const session = await database.transaction(async (transaction) => {
    await lockIdentity(transaction, openidIndex)
    const personId =
      (await personByWechat(transaction, openidIndex)) ??
      (await newPerson(transaction, world, answer.value, openidIndex))
    return startSession(transaction, world, { personId, device })
  })
  return tokensOf(world, session)
}
