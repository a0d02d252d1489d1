import type { InvitedTo } from '@suanhui/shared/api'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import { hashOf } from '../../identity/secret-text'
import { join } from '../../stores/company-members'
import type { Queries, Transaction } from '../../stores/database'
import { invitationBy, useInvitation } from '../../stores/invitations'
import { roleIn } from '../../stores/members'

type World = Pick<Deps, 'clock'>

interface Invited {
  readonly token: string
  readonly personId: string
}

const gone = (): AppError =>
  new AppError('NOT_FOUND', '这份邀请用不了了：可能过期、收回了或者已经有人用过，请让公司负责人再发一份')

/** Open to whoever holds the token; once it is used, there for that person only, as long as they stay. */
async function invitationFor({ clock }: World, queries: Queries, { token, personId }: Invited) {
  const invitation = await invitationBy(queries, hashOf(token))
  if (invitation === undefined) throw gone()
  const { accepted_by, company_id, expires_at } = invitation
  if (accepted_by === null ? expires_at <= clock() : accepted_by !== personId) throw gone()
  if (accepted_by !== null && (await roleIn(queries, personId, company_id)) === undefined) throw gone()
  const { id, name, role } = invitation
  const answer = { companyId: company_id, companyName: name, role, expiresAt: expires_at.toISOString() }
  return { id, accepted: accepted_by !== null, answer }
}

/** Where a token leads. @throws {AppError} NOT_FOUND */
export const describeInvitation = async (world: World, queries: Queries, invited: Invited): Promise<InvitedTo> =>
  (await invitationFor(world, queries, invited)).answer

/** Comes into the company. The same person may say so again, and comes in once. @throws {AppError} NOT_FOUND */
export async function acceptInvitation(
  world: World,
  transaction: Transaction,
  { token, personId }: Invited,
): Promise<InvitedTo> {
  const { id, accepted, answer } = await invitationFor(world, transaction, { token, personId })
  if (accepted) return answer
  const at = world.clock()
  if (!(await useInvitation(transaction, { id, personId, at }))) {
    return (await invitationFor(world, transaction, { token, personId })).answer
  }
  await join(transaction, { companyId: answer.companyId, personId, role: answer.role, at })
  await appendAudit(transaction, {
    at,
    actorId: personId,
    action: 'company.invitation.accept',
    subjectIds: [answer.companyId, id],
    outcome: 'done',
  })
  return answer
}
