import { isIsoDate } from '@suanhui/shared/date'
import type { StatusListener, WriteListener } from '../../platforms/world'
import { type TellingWorld, tellMembers } from './tell-members'

/** Each step that a platform reports becomes a message in the transaction in which it takes effect. */
export const tellOfSteps =
  (world: TellingWorld): StatusListener =>
  (transaction, { subjectKind, subjectId, companyId, from, to, event }) => {
    const { sequence, occurredAt, change, dueOn } = event
    return tellMembers(transaction, world, companyId, {
      type: 'status',
      subjectKind,
      subjectId,
      from,
      to,
      event: { sequence, occurredAt, change },
      ...(isIsoDate(dueOn) && { dueOn }),
    })
  }

/** What a platform did not take in is told, too: the applicant thinks it is under way. */
export const tellOfRefusals =
  (world: TellingWorld): WriteListener =>
  async (transaction, { writeId, subjectId, companyId, answer }) => {
    if (answer.result !== 'refused') return
    const subject = await transaction
      .selectFrom('platform_subjects')
      .select('kind')
      .where('id', '=', subjectId)
      .executeTakeFirst()
    if (subject === undefined) return
    const { reason, unreached } = answer
    await tellMembers(transaction, world, companyId, {
      type: 'refused',
      subjectKind: subject.kind,
      subjectId,
      writeId,
      reason,
      ...(unreached && { unreached }),
    })
  }
