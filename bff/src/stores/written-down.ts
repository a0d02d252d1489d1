import { setTimeout as sleep } from 'node:timers/promises'
import { comesBack } from '../outage'
import type { Database, Transaction } from './database'

const WITHIN_MS = 300_000
const PAUSE_MS = 500

/**
 * What another system answered nobody knows but this process: where the database is away at this moment, it is written
 * down when it is back, or the same would be sent a second time.
 * @param work may begin more than once.
 */
export async function writtenDown(
  database: Database,
  work: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  for (let tries = WITHIN_MS / PAUSE_MS; ; tries -= 1) {
    try {
      return await database.transaction(work)
    } catch (error) {
      if (!comesBack(error) || tries <= 0) throw error
      await sleep(PAUSE_MS)
    }
  }
}
