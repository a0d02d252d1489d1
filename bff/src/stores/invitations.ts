import type { Queries, Transaction } from './database'
import type { Role } from './members'

export interface NewInvitation {
  readonly id: string
  readonly companyId: string
  readonly tokenHash: string
  readonly role: Role
  readonly invitedBy: string
  readonly expiresAt: Date
}

export async function keepInvitation(transaction: Transaction, given: NewInvitation): Promise<void> {
  await transaction
    .insertInto('company_invitations')
    .values({
      id: given.id,
      company_id: given.companyId,
      token_hash: given.tokenHash,
      role: given.role,
      invited_by: given.invitedBy,
      expires_at: given.expiresAt,
    })
    .execute()
}

/** The invitation of this token with its company; undefined where there is none, or it was withdrawn. */
export const invitationBy = (queries: Queries, tokenHash: string) =>
  queries
    .selectFrom('company_invitations')
    .innerJoin('companies', 'companies.id', 'company_invitations.company_id')
    .select(['company_invitations.id', 'company_id', 'name', 'role', 'expires_at', 'accepted_by'])
    .where('token_hash', '=', tokenHash)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()

/** Of two who accept at the same time, the second waits here. @returns whether it was still open. */
export async function useInvitation(
  transaction: Transaction,
  { id, personId, at }: { readonly id: string; readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const used = await transaction
    .updateTable('company_invitations')
    .set({ accepted_by: personId, accepted_at: at })
    .where('id', '=', id)
    .where('accepted_by', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

interface Withdrawing {
  readonly companyId: string
  readonly at: Date
}

const stillOpen = (transaction: Transaction, { companyId, at }: Withdrawing) =>
  transaction
    .updateTable('company_invitations')
    .set({ withdrawn_at: at })
    .where('company_id', '=', companyId)
    .where('accepted_by', 'is', null)
    .where('withdrawn_at', 'is', null)

/** @returns whether there was one that was neither accepted nor withdrawn. */
export async function takeInvitationBack(
  transaction: Transaction,
  { id, ...which }: Withdrawing & { readonly id: string },
): Promise<boolean> {
  const taken = await stillOpen(transaction, which).where('id', '=', id).returning('id').executeTakeFirst()
  return taken !== undefined
}

/** Nobody comes in any more by what this person sent out. */
export async function takeInvitationsBackOf(
  transaction: Transaction,
  { personId, ...which }: Withdrawing & { readonly personId: string },
): Promise<void> {
  await stillOpen(transaction, which).where('invited_by', '=', personId).execute()
}

/** How many may still be accepted. */
export async function openInvitations(queries: Queries, companyId: string, now: Date): Promise<number> {
  const row = await queries
    .selectFrom('company_invitations')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('company_id', '=', companyId)
    .where('accepted_by', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The company's last ones, those that are good longest in front. */
export const invitationsOf = (queries: Queries, companyId: string, limit: number) =>
  queries
    .selectFrom('company_invitations')
    .select(['id', 'role', 'invited_by', 'expires_at', 'accepted_at', 'withdrawn_at'])
    .where('company_id', '=', companyId)
    .orderBy('expires_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
