import type { Me } from '@suanhui/shared/api'
import type { Deps } from '../deps'
import { sealedOpenid } from '../stores/identity-people'
import { maskedPhone, phoneOf } from './phone'

/** What a person may see of their own identity. */
export async function describeMe(
  { database: { queries }, vault }: Pick<Deps, 'database' | 'vault'>,
  personId: string,
): Promise<Me> {
  const phone = await phoneOf(queries, vault, personId)
  return {
    id: personId,
    phoneMasked: phone === undefined ? null : maskedPhone(phone),
    hasWechat: (await sealedOpenid(queries, personId)) !== undefined,
  }
}
