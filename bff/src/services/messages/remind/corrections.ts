import { daysBetween, shanghaiDay } from '@suanhui/shared/date'
import { REMIND_DAYS, reminderFor } from '@suanhui/shared/notifications'
import { newSubject, openItems, stepOf } from '@suanhui/shared/status'
import { sql } from 'kysely'
import { type RemindingWorld, tellCompany } from './companies'

/** Reminds of corrections that are open, and in the applicant's hands, shortly before their day. */
export async function remindOfCorrections(world: RemindingWorld): Promise<void> {
  const rows = await world.database.queries
    .selectFrom('platform_subjects')
    .select(['id', 'company_id', 'kind', 'state'])
    .where(sql<boolean>`jsonb_array_length(coalesce(state -> 'items', '[]')) > 0`)
    .execute()
  const today = shanghaiDay(world.clock())
  for (const { id: subjectId, company_id: companyId, kind: subjectKind, state } of rows) {
    const subject = { ...newSubject(subjectKind), ...state }
    const open = openItems(subject)
    const [dueOn] = open.flatMap((item) => item.dueOn ?? []).sort()
    if (dueOn === undefined || stepOf(subject).holder !== 'applicant') continue
    if (reminderFor(REMIND_DAYS.correction_due, daysBetween(today, dueOn)) === undefined) continue
    const news = { type: 'correction_due', subjectKind, subjectId, dueOn, open: open.length } as const
    await tellCompany(world, companyId, [news])
  }
}
