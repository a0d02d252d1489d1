import { daysBetween, shanghaiDay } from '@suanhui/shared/date'
import { engineOf } from '@suanhui/shared/decision'
import { REMIND_DAYS, reminderFor } from '@suanhui/shared/notifications'
import { everyCompany } from '../../../stores/consenting-companies'
import { type RemindingWorld, tellCompany } from './companies'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Tells those companies of a document that is about to end which qualify for something in it, and agreed to be told. */
export async function remindOfDocuments(world: RemindingWorld): Promise<void> {
  const { catalogue } = world.published
  const today = shanghaiDay(world.clock())
  const ending = catalogue.documents.filter(
    ({ inForce }) => reminderFor(REMIND_DAYS.document_ending, daysBetween(today, inForce.to)) !== undefined,
  )
  if (ending.length === 0) return
  const engine = engineOf(catalogue)
  for await (const { companyId, facts } of everyCompany(world.database.queries)) {
    if (!UUID.test(companyId)) continue
    const eligible = engine.decideAll(facts, today).filter(({ status }) => status === 'eligible')
    const news = ending
      .filter(({ id }) => eligible.some(({ measureId }) => measureId.startsWith(`${id}/`)))
      .map(({ id, title, inForce }) => ({ type: 'document_ending', documentId: id, title, on: inForce.to }) as const)
    if (news.length > 0) await tellCompany(world, companyId, news)
  }
}
