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

/** The invitation of this token with its company; undefined where there is none. */
export const invitationBy = (queries: Queries, tokenHash: string) =>
  queries
    .selectFrom('company_invitations')
    .innerJoin('companies', 'companies.id', 'company_invitations.company_id')
    .select(['company_invitations.id', 'company_id', 'name', 'role', 'expires_at', 'accepted_by'])
    .where('token_hash', '=', tokenHash)
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
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** @returns whether there was one that nobody had accepted. */
export async function dropInvitation(transaction: Transaction, companyId: string, id: string): Promise<boolean> {
  const dropped = await transaction
    .deleteFrom('company_invitations')
    .where('id', '=', id)
    .where('company_id', '=', companyId)
    .where('accepted_by', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return dropped !== undefined
}

/** Nobody comes in any more by what this person sent out. */
export async function dropInvitationsOf(transaction: Transaction, companyId: string, personId: string): Promise<void> {
  await transaction
    .deleteFrom('company_invitations')
    .where('company_id', '=', companyId)
    .where('invited_by', '=', personId)
    .where('accepted_by', 'is', null)
    .execute()
}

export async function dropExpired(transaction: Transaction, companyId: string, now: Date): Promise<void> {
  await transaction
    .deleteFrom('company_invitations')
    .where('company_id', '=', companyId)
    .where('expires_at', '<=', now)
    .execute()
}

export async function openInvitations(queries: Queries, companyId: string): Promise<number> {
  const row = await queries
    .selectFrom('company_invitations')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('company_id', '=', companyId)
    .where('accepted_by', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
