import type { Invitation } from '@suanhui/shared/api'
import { appendAudit } from '../../audit/append-audit'
import type { Deps } from '../../deps'
import { AppError } from '../../errors'
import { hashOf, newSecret } from '../../identity/secret-text'
import type { Transaction } from '../../stores/database'
import { keepInvitation, openInvitations, takeInvitationBack } from '../../stores/invitations'
import type { Role } from '../../stores/members'
import { type Asked, holdMembers } from './member-rules'

const VALID_MS = 7 * 24 * 60 * 60 * 1000
const MOST_OPEN = 20

/**
 * @returns the invitation with its token, of which only the hash is kept.
 * @throws {AppError} FORBIDDEN, NOT_FOUND; CONFLICT where very many are open.
 */
export async function invite(
  { clock, newId }: Pick<Deps, 'clock' | 'newId'>,
  transaction: Transaction,
  asked: Asked,
  role: Role,
): Promise<Invitation> {
  const { companyId, callerId } = asked
  const at = clock()
  await holdMembers(transaction, asked, 'owner')
  if ((await openInvitations(transaction, companyId, at)) >= MOST_OPEN) {
    throw new AppError('CONFLICT', `还有${MOST_OPEN}份邀请没有人接受，请先收回几份，或者等它们过期`)
  }
  const [id, token, expiresAt] = [newId(), newSecret(), new Date(at.getTime() + VALID_MS)]
  await keepInvitation(transaction, { id, companyId, tokenHash: hashOf(token), role, invitedBy: callerId, expiresAt })
  await appendAudit(transaction, {
    at,
    actorId: callerId,
    action: `company.invite-${role}`,
    subjectIds: [companyId, id],
    outcome: 'done',
  })
  return { id, token, role, expiresAt: expiresAt.toISOString() }
}

/** @throws {AppError} NOT_FOUND also where it was accepted already: then the member is removed instead. */
export async function withdrawInvitation(
  { clock }: Pick<Deps, 'clock'>,
  transaction: Transaction,
  asked: Asked,
  invitationId: string,
): Promise<void> {
  const { companyId, callerId } = asked
  await holdMembers(transaction, asked, 'owner')
  const at = clock()
  if (!(await takeInvitationBack(transaction, { companyId, id: invitationId, at }))) throw noOpenInvitation()
  await appendAudit(transaction, {
    at,
    actorId: callerId,
    action: 'company.invitation.withdraw',
    subjectIds: [companyId, invitationId],
    outcome: 'done',
  })
}

export const noOpenInvitation = (): AppError =>
  new AppError('NOT_FOUND', '没有这份邀请：它已经用过、收回了，或者不是这家公司的')
