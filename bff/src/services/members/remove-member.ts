import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { ownersOnly } from '../../middleware/member'
import { leave } from '../../stores/company-members'
import type { Transaction } from '../../stores/database'
import { takeInvitationsBackOf } from '../../stores/invitations'
import { type Asked, holdMembers, memberIn, refuseLastOwner } from './member-rules'

/**
 * A person leaves, or an owner asks them to; what they sent out as invitations is void.
 * @throws {AppError} NOT_FOUND, FORBIDDEN; CONFLICT where no owner would be left.
 */
export async function removeMember(
  { clock }: Pick<Deps, 'clock'>,
  transaction: Transaction,
  asked: Asked,
  personId: string,
): Promise<void> {
  const { companyId, callerId } = asked
  const at = clock()
  const members = await holdMembers(transaction, asked, 'member')
  if (personId !== callerId && memberIn(members, callerId).role !== 'owner') throw ownersOnly()
  const member = memberIn(members, personId)
  refuseLastOwner(members, member)
  await leave(transaction, companyId, personId)
  await takeInvitationsBackOf(transaction, { companyId, personId, at })
  await appendAudit(transaction, {
    at,
    actorId: callerId,
    action: personId === callerId ? 'company.member.leave' : 'company.member.remove',
    subjectIds: [companyId, personId],
    outcome: 'done',
  })
}
