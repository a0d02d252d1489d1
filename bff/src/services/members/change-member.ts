import type { CompanyMembers } from '@suanhui/shared/api'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { setRole } from '../../stores/company-members'
import type { Transaction } from '../../stores/database'
import { takeInvitationsBackOf } from '../../stores/invitations'
import type { Role } from '../../stores/members'
import { membersFor } from './list-members'
import { type Asked, holdMembers, memberIn, refuseLastOwner } from './member-rules'

/** Gives a member another role. @throws {AppError} NOT_FOUND, FORBIDDEN; CONFLICT where no owner would be left. */
export async function changeMember(
  world: Pick<Deps, 'vault' | 'clock'>,
  transaction: Transaction,
  asked: Asked,
  { personId, role }: { readonly personId: string; readonly role: Role },
): Promise<CompanyMembers> {
  const { companyId, callerId } = asked
  const at = world.clock()
  const members = await holdMembers(transaction, asked, 'owner')
  const member = memberIn(members, personId)
  if (role === 'agent') {
    refuseLastOwner(members, member)
    await takeInvitationsBackOf(transaction, { companyId, personId, at })
  }
  await setRole(transaction, { companyId, personId, role })
  const answer = await membersFor(world, transaction, asked)
  await appendAudit(transaction, {
    at,
    actorId: callerId,
    action: `company.member.make-${role}`,
    subjectIds: [companyId, personId],
    outcome: 'done',
  })
  return answer
}
