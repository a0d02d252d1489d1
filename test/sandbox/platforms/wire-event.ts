import { EVENT_TYPES, type WireEvent } from '@suanhui/bff/platforms/wire/shared'
import { isStatusOf, labelOf } from '@suanhui/shared/status'
import type { Case, Correction } from './case'
import type { StoredEvent } from './events'
import { departmentWord, kindWord, stateWord } from './words'

/** As the contract writes it. */
export const wireCorrection = ({ id, target, isPaper, kind, note, dueOn }: Correction) => ({
  id,
  ...(isPaper ? { paper: target } : { field: target }),
  kind,
  note,
  dueOn,
})

const types: Readonly<Record<StoredEvent['type'], string>> = {
  moved: EVENT_TYPES.status,
  passed: EVENT_TYPES.department,
  item_withdrawn: EVENT_TYPES.withdrawn,
}

/** The platform's own words for a state. */
export const stateText = (kind: Case['kind'], state: string): string =>
  isStatusOf(kind, state) ? labelOf({ kind, status: state, unknown: undefined }) : state

/** An event as it goes over the wire. */
export function wireEvent(
  { eventId, type, platform, occurredAt, sequence, data }: Omit<StoredEvent, 'position'>,
  of: Pick<Case, 'id' | 'kind' | 'reference'>,
): WireEvent {
  const { to, itemId, department, ...rest } = data
  return {
    eventId,
    type: types[type],
    occurredAt,
    subject: { kind: kindWord(platform, of.kind), id: of.id, reference: of.reference },
    sequence,
    data: {
      ...rest,
      ...(typeof to === 'string' && {
        status: stateWord(platform, of.kind, to),
        statusText: stateText(of.kind, to),
      }),
      ...(typeof department === 'string' && { department: departmentWord(platform, department) }),
      ...(typeof itemId === 'string' && { correctionId: itemId }),
    },
  }
}
