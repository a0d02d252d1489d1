import type { Tokens } from '@suanhui/shared/api'
import type { Deps } from '../deps'
import { AppError } from '../errors'
import type { Transaction } from '../stores/database'
import { keepPhone, lockIdentity, makePerson, personByPhone } from '../stores/identity-people'
import { phoneIndexOf, phonePlace, wrongCode } from './phone'
import { startSession, tokensOf } from './start-session'

type World = Pick<Deps, 'database' | 'vault' | 'accessTokens' | 'clock' | 'newId'>

export const codeRefused = (message: string): AppError =>
  new AppError('INVALID_INPUT', message, { fields: [{ field: 'code', message }] })

async function newPerson(
  transaction: Transaction,
  { vault, clock, newId }: World,
  phone: { readonly digits: string; readonly index: string },
): Promise<string> {
  const id = newId()
  await makePerson(transaction, id, clock())
  const sealed = await vault.seal(transaction, { kind: 'person', id }, phonePlace(id), phone.digits)
  await keepPhone(transaction, id, { index: phone.index, sealed }, clock())
  return id
}

/** Signs in whoever holds the phone; the first time makes the person. @throws {AppError} a wrong or old code. */
export async function logInByPhone(
  world: World,
  { phone, code, device }: { readonly phone: string; readonly code: string; readonly device: string },
): Promise<Tokens> {
  const { database, vault, clock } = world
  const phoneIndex = phoneIndexOf(vault, phone)
  const outcome = await database.transaction(async (transaction) => {
    await lockIdentity(transaction, phoneIndex)
    const problem = await wrongCode(transaction, vault, { phoneIndex, code }, clock())
    if (problem !== undefined) return { problem }
    const personId =
      (await personByPhone(transaction, phoneIndex)) ??
      (await newPerson(transaction, world, { digits: phone, index: phoneIndex }))
    return { session: await startSession(transaction, world, { personId, device }) }
  })
  if (outcome.session === undefined) throw codeRefused(outcome.problem)
  return tokensOf(world, outcome.session)
}
