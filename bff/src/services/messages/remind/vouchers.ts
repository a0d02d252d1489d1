import { daysBetween, shanghaiDay } from '@suanhui/shared/date'
import { REMIND_DAYS, reminderFor } from '@suanhui/shared/notifications'
import { progressOf } from '../../submissions/standing'
import { type RemindingWorld, tellCompany } from './companies'

/** Reminds of vouchers that were issued and that nobody has asked to redeem, before their last day. */
export async function remindOfVouchers(world: RemindingWorld): Promise<void> {
  const { queries } = world.database
  const rows = await queries
    .selectFrom('submissions')
    .selectAll()
    .where('step', '=', 'redemption')
    .where('reopened', '=', true)
    .execute()
  const today = shanghaiDay(world.clock())
  for (const row of rows) {
    const on = row.voucher?.validUntil ?? undefined
    if (on === undefined || row.sending === 'queued') continue
    if (reminderFor(REMIND_DAYS.voucher_ending, daysBetween(today, on)) === undefined) continue
    if ((await progressOf(queries, row)).state.status !== 'issued') continue
    await tellCompany(world, row.company_id, [{ type: 'voucher_ending', submissionId: row.id, on }])
  }
}
