import type { Queries, Transaction } from './database'
import type { Role } from './members'

export interface MemberRow {
  readonly person_id: string
  readonly role: Role
  readonly joined_at: Date
}

/** Everyone in the company who is still there, who joined first in front. */
export const membersOf = (queries: Queries, companyId: string): Promise<readonly MemberRow[]> =>
  queries
    .selectFrom('company_members')
    .innerJoin('people', 'people.id', 'company_members.person_id')
    .select(['person_id', 'role', 'joined_at'])
    .where('company_id', '=', companyId)
    .where('deleted_at', 'is', null)
    .orderBy('joined_at')
    .orderBy('person_id')
    .execute()

export async function setRole(
  transaction: Transaction,
  { companyId, personId, role }: { readonly companyId: string; readonly personId: string; readonly role: Role },
): Promise<void> {
  await transaction
    .updateTable('company_members')
    .set({ role })
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .execute()
}

interface Joining {
  readonly companyId: string
  readonly personId: string
  readonly role: Role
  readonly at: Date
}

/** Comes in, or rises to owner; an owner stays one. */
export async function join(transaction: Transaction, { companyId, personId, role, at }: Joining): Promise<void> {
  await transaction
    .insertInto('company_members')
    .values({ company_id: companyId, person_id: personId, role, joined_at: at })
    .onConflict((conflict) => {
      const there = conflict.columns(['company_id', 'person_id'])
      return role === 'owner' ? there.doUpdateSet({ role }) : there.doNothing()
    })
    .execute()
}

export async function leave(transaction: Transaction, companyId: string, personId: string): Promise<void> {
  await transaction
    .deleteFrom('company_members')
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .execute()
}
