import type { CompanyMembers } from '@suanhui/shared/api'
import { appendReading } from '../../audit/append-reading'
import type { Deps } from '../../deps'
import { maskedPhone, phoneOf } from '../../identity/phone'
import { membersOf } from '../../stores/company-members'
import type { Queries, Transaction } from '../../stores/database'
import type { Asked } from './member-rules'

type World = Pick<Deps, 'vault' | 'clock'>

/** Who is in the company, as one of them may see it. */
export async function membersFor(
  { vault }: World,
  queries: Queries,
  { companyId, callerId }: Asked,
): Promise<CompanyMembers> {
  const members = []
  for (const { person_id, role, joined_at } of await membersOf(queries, companyId)) {
    const phone = await phoneOf(queries, vault, person_id)
    members.push({
      personId: person_id,
      role,
      phoneMasked: phone === undefined ? null : maskedPhone(phone),
      joinedAt: joined_at.toISOString(),
      me: person_id === callerId,
    })
  }
  return { members }
}

/** The same, and that they read it is kept. */
export async function listMembers(world: World, transaction: Transaction, asked: Asked): Promise<CompanyMembers> {
  const answer = await membersFor(world, transaction, asked)
  await appendReading(transaction, {
    at: world.clock(),
    actorId: asked.callerId,
    action: 'company.members.read',
    subjectIds: [asked.companyId, ...answer.members.map(({ personId }) => personId)],
  })
  return answer
}
