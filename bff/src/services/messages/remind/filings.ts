import { daysBetween, shanghaiDay } from '@suanhui/shared/date'
import { type FilingDueNews, REMIND_DAYS, reminderFor } from '@suanhui/shared/notifications'
import { submissionsOf } from '../../../stores/submissions'
import { contractsToFile } from '../../submissions/contracts-to-file'
import { type RemindingWorld, tellCompany } from './companies'

/** A contract is filed within 30 days of being signed: one that was photographed before that is past its day. */
const LOOK_BACK_MS = 45 * 86_400_000

/** Contracts that must be filed soon. A draft of a filing is no filing yet. */
async function filingsDue(world: RemindingWorld, companyId: string): Promise<readonly FilingDueNews[]> {
  const { queries } = world.database
  const sent = (await submissionsOf(queries, companyId)).filter(
    ({ sending }) => sending === 'queued' || sending === 'sent',
  )
  const today = shanghaiDay(world.clock())
  return (await contractsToFile(world, queries, companyId, sent)).flatMap(({ contract, dueOn }) => {
    const due = reminderFor(REMIND_DAYS.filing_due, daysBetween(today, dueOn)) !== undefined
    return due ? [{ type: 'filing_due', paperId: contract.id, dueOn }] : []
  })
}

/** Reminds everyone with a contract that has to be filed soon. */
export async function remindOfFilings(world: RemindingWorld): Promise<void> {
  const rows = await world.database.queries
    .selectFrom('papers')
    .select('company_id')
    .distinct()
    .where(({ fn }) => fn.coalesce('kind', 'read_kind'), '=', 'contract')
    .where('created_at', '>', new Date(world.clock().getTime() - LOOK_BACK_MS))
    .execute()
  for (const { company_id: companyId } of rows) {
    const news = await filingsDue(world, companyId)
    if (news.length > 0) await tellCompany(world, companyId, news)
  }
}
