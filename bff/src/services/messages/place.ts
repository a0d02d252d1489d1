import type { Message } from '@suanhui/shared/notifications'
import type { Queries, Transaction } from '../../stores/database'
import type { Place, Vault } from '../../vault/vault'

const placeOf = (id: string): Place => ({ table: 'messages', column: 'content', row: id })

/** What is said to a person lies sealed with their key. */
export const sealMessage = (
  transaction: Transaction,
  vault: Vault,
  { id, personId, message }: { readonly id: string; readonly personId: string; readonly message: Message },
): Promise<string> => vault.seal(transaction, { kind: 'person', id: personId }, placeOf(id), JSON.stringify(message))

export async function openMessage(
  queries: Queries,
  vault: Vault,
  row: { readonly id: string; readonly person_id: string; readonly content: string },
): Promise<Message> {
  // We sealed it ourselves as a Message, and sealing shows every change.
  const message: Message = JSON.parse(
    await vault.open(queries, { kind: 'person', id: row.person_id }, placeOf(row.id), row.content),
  )
  return message
}
