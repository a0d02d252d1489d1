import type { SubjectProgress } from '@suanhui/shared/api'
import { actsOf, isStatusOf, labelOf, newSubject, stepOf, UNKNOWN_LABEL } from '@suanhui/shared/status'
import { registry } from '../../platforms/index'
import type { Queries } from '../../stores/database'
import { type EventRow, type SubjectRow, timelineOf } from '../../stores/platforms'

function entryOf(kind: SubjectRow['kind'], { occurred_at, outcome, data: { change } }: EventRow) {
  const at = occurred_at.toISOString()
  if (change.type === 'moved' && outcome === 'applied' && isStatusOf(kind, change.to)) {
    return { at, label: stepOf({ kind, status: change.to }).label, note: change.note ?? null }
  }
  if (change.type === 'passed') {
    return { at, label: change.department === 'industry' ? '市工信局通过' : '市财政局通过', note: null }
  }
  if (change.type === 'item_opened') return { at, label: '要求补正', note: change.item.note }
  if (change.type === 'item_withdrawn') return { at, label: '取消一项补正', note: null }
  return { at, label: UNKNOWN_LABEL, note: change.type === 'unknown' ? change.words : (change.note ?? change.to) }
}

/** Where a subject stands, in words, with everything that happened. */
export async function progressOf(queries: Queries, subject: SubjectRow): Promise<SubjectProgress> {
  const { id, kind, platform } = subject
  const state = { ...newSubject(kind), ...subject.state }
  const step = stepOf(state)
  const write = await queries
    .selectFrom('platform_writes')
    .select(['state', 'refusal'])
    .where('subject_id', '=', id)
    .orderBy('queued_at', 'desc')
    .executeTakeFirst()
  const timeline = await timelineOf(queries, id)
  return {
    id,
    kind,
    platform,
    platformName: registry[platform].name,
    status: state.status,
    label: labelOf(state),
    meaning: step.meaning,
    holder: step.holderName,
    next: step.next,
    unknownStatus: state.unknown ?? null,
    sending: write?.state ?? 'queued',
    refusal: write?.refusal ?? null,
    receiptNumber: subject.receipt_number,
    acts: [...actsOf(state)],
    corrections: state.items.map((item) => ({
      ...item,
      about: { ...item.about },
      dueOn: item.dueOn ?? null,
      resolvedAt: item.resolvedAt ?? null,
    })),
    timeline: timeline.map((row) => entryOf(kind, row)),
  }
}
