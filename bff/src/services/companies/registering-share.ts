import type { Deps } from '../../deps'
import { comeAgain } from '../../identity/waiting'
import type { Transaction } from '../../stores/database'
import { takeOne } from '../../stores/identity-rates'

const HOUR = 60 * 60 * 1000
const AT_ONCE = 20

/**
 * One of the companies that a person may register: 20 at once, then one an hour. Who keeps books for many gets on; who
 * goes through credit codes, to see who is here or to be there first, does not.
 * @throws {AppError} TOO_MANY_REQUESTS
 */
export async function takeRegistering(
  transaction: Transaction,
  { clock }: Pick<Deps, 'clock'>,
  personId: string,
): Promise<void> {
  const rate = { key: `companies ${personId}`, burst: AT_ONCE, everyMs: HOUR }
  const waitMs = await takeOne(transaction, rate, clock())
  if (waitMs > 0) throw comeAgain('登记的公司太多了', waitMs)
}
