import type { Change, CorrectionItem, SubjectKind } from '@suanhui/shared/status'
import type { PlatformEvent } from './platform'
import type { StatusWords } from './status-words'
import { EVENT_TYPES, WireEvent } from './wire/shared'

type Correction = NonNullable<WireEvent['data']['corrections']>[number]

const itemOf = ({ id, paper, field, kind, note, dueOn }: Correction): CorrectionItem => ({
  id,
  about: paper === undefined ? { field: field ?? '' } : { paper },
  kind,
  note,
  dueOn,
  resolvedAt: undefined,
})

const kindOf = (words: StatusWords, kind: string): SubjectKind | undefined =>
  Object.hasOwn(words.kinds, kind) ? words.kinds[kind] : undefined

/** A status in the platform's word as a change in ours; unknown with the platform's own text where we have none. */
export function changeOfStatus(
  words: StatusWords,
  kind: SubjectKind | undefined,
  { status, statusText, note, corrections }: WireEvent['data'],
): Change {
  const table = kind === undefined ? undefined : words.statuses[kind]
  const to = table !== undefined && status !== undefined && Object.hasOwn(table, status) ? table[status] : undefined
  if (to === undefined) return { type: 'unknown', words: statusText ?? status ?? note ?? '' }
  return {
    type: 'moved',
    to,
    ...(note !== undefined && { note }),
    ...(corrections && { items: corrections.map(itemOf) }),
  }
}

function changeOf(words: StatusWords, kind: SubjectKind | undefined, { type, data }: WireEvent): Change {
  if (type === EVENT_TYPES.status) return changeOfStatus(words, kind, data)
  if (type === EVENT_TYPES.department && data.department !== undefined) {
    const department = Object.hasOwn(words.departments, data.department)
      ? words.departments[data.department]
      : undefined
    if (department !== undefined) return { type: 'passed', department }
  }
  const [opened] = data.corrections ?? []
  if (type === EVENT_TYPES.opened && opened !== undefined) return { type: 'item_opened', item: itemOf(opened) }
  if (type === EVENT_TYPES.withdrawn && data.correctionId !== undefined) {
    return { type: 'item_withdrawn', itemId: data.correctionId }
  }
  return { type: 'unknown', words: data.statusText ?? data.note ?? type }
}

/** Reads a piece of news by a platform's words; undefined where it is not of the contract. */
export function readEvent(words: StatusWords, body: unknown): PlatformEvent | undefined {
  const wire = WireEvent.safeParse(body)
  if (!wire.success) return undefined
  const { eventId, type, occurredAt, subject, sequence, data } = wire.data
  const kind = kindOf(words, subject.kind)
  return {
    eventId,
    type,
    occurredAt,
    subject: { kind, platformId: subject.id, ...(subject.reference !== undefined && { subjectId: subject.reference }) },
    sequence,
    change: changeOf(words, kind, wire.data),
    ...(data.amountFen !== undefined && { amountFen: data.amountFen }),
    ...(data.dueOn !== undefined && { dueOn: data.dueOn }),
  }
}
