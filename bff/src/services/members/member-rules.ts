import { AppError } from '../../errors'
import { noSuchCompany, ownersOnly } from '../../middleware/member'
import { type MemberRow, membersOf } from '../../stores/company-members'
import type { Transaction } from '../../stores/database'
import { lockCompany } from '../companies/facts-store'

/** Who asks, about which company. */
export interface Asked {
  readonly companyId: string
  readonly callerId: string
}

export const noSuchMember = (): AppError => new AppError('NOT_FOUND', '公司里没有这个人，请刷新再看')

/**
 * The members, held as they are until the transaction ends: two owners cannot make each other agents at once. That the
 * caller is still an owner is looked up anew.
 * @throws {AppError} NOT_FOUND, FORBIDDEN.
 */
export async function holdMembers(
  transaction: Transaction,
  { companyId, callerId }: Asked,
  needed: 'member' | 'owner',
): Promise<readonly MemberRow[]> {
  await lockCompany(transaction, companyId)
  const members = await membersOf(transaction, companyId)
  const caller = members.find(({ person_id }) => person_id === callerId)
  if (caller === undefined) throw noSuchCompany()
  if (needed === 'owner' && caller.role !== 'owner') throw ownersOnly()
  return members
}

/** @throws {AppError} NOT_FOUND */
export function memberIn(members: readonly MemberRow[], personId: string): MemberRow {
  const member = members.find(({ person_id }) => person_id === personId)
  if (member === undefined) throw noSuchMember()
  return member
}

/** @throws {AppError} CONFLICT where nobody but this person could act for the company. */
export function refuseLastOwner(members: readonly MemberRow[], { person_id, role }: MemberRow): void {
  if (role !== 'owner' || members.some((other) => other.role === 'owner' && other.person_id !== person_id)) return
  throw new AppError('CONFLICT', '公司至少要有一位负责人，请先请另一个人做负责人')
}
