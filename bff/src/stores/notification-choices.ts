import type { Queries, Transaction } from './database'
import type { NotificationChoicesTable } from './tables/messages'

type Choice = Omit<NotificationChoicesTable, 'person_id'>

/** What someone has chosen; what they have not is wanted. */
export const choicesOf = (queries: Queries, personId: string): Promise<Choice[]> =>
  queries
    .selectFrom('notification_choices')
    .select(['kind', 'id', 'wanted'])
    .where('person_id', '=', personId)
    .execute()

export async function keepChoice(
  transaction: Transaction,
  personId: string,
  { kind, id, wanted }: Choice,
): Promise<void> {
  await transaction
    .insertInto('notification_choices')
    .values({ person_id: personId, kind, id, wanted })
    .onConflict((conflict) => conflict.columns(['person_id', 'kind', 'id']).doUpdateSet({ wanted }))
    .execute()
}
