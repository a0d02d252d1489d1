import { phoneIndexOf, phonePlace } from '@suanhui/bff/identity/phone'
import { keepPhone } from '@suanhui/bff/stores/identity-people'
import type { ServicesWorld } from './world'

/** Binds a fictitious number to the person, as signing in would. */
export async function keptPhone({ database, deps }: ServicesWorld, personId: string, phone: string): Promise<void> {
  const { vault, clock } = deps
  await database.transaction(async (transaction) => {
    const sealed = await vault.seal(transaction, { kind: 'person', id: personId }, phonePlace(personId), phone)
    await keepPhone(transaction, personId, { index: phoneIndexOf(vault, phone), sealed }, clock())
  })
}
