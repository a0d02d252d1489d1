import type { SentInvitations } from '@suanhui/shared/api'
import { appendReading } from '../../audit/append-reading'
import type { Deps } from '../../deps'
import { maskedPhone, phoneOf } from '../../identity/phone'
import type { Transaction } from '../../stores/database'
import { invitationsOf } from '../../stores/invitations'
import type { Asked } from './member-rules'

/** Those of years ago nobody looks for. */
const MOST_SHOWN = 100

type Row = Awaited<ReturnType<typeof invitationsOf>>[number]

function stateOf({ accepted_at, withdrawn_at, expires_at }: Row, now: Date) {
  if (accepted_at !== null) return { state: 'used', endedAt: accepted_at.toISOString() } as const
  if (withdrawn_at !== null) return { state: 'withdrawn', endedAt: withdrawn_at.toISOString() } as const
  if (expires_at <= now) return { state: 'expired', endedAt: expires_at.toISOString() } as const
  return { state: 'open', endedAt: null } as const
}

/** Whom the company asked to come, by whom and what became of it; never a token. That it was read is kept. */
export async function listInvitations(
  { vault, clock }: Pick<Deps, 'vault' | 'clock'>,
  transaction: Transaction,
  { companyId, callerId }: Asked,
): Promise<SentInvitations> {
  const now = clock()
  const invitations = []
  for (const row of await invitationsOf(transaction, companyId, MOST_SHOWN)) {
    const phone = await phoneOf(transaction, vault, row.invited_by)
    invitations.push({
      id: row.id,
      role: row.role,
      invitedBy: { phoneMasked: phone === undefined ? null : maskedPhone(phone), me: row.invited_by === callerId },
      expiresAt: row.expires_at.toISOString(),
      ...stateOf(row, now),
    })
  }
  await appendReading(transaction, {
    at: now,
    actorId: callerId,
    action: 'company.invitations.read',
    subjectIds: [companyId],
  })
  return { invitations }
}
