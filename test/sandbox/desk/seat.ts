import { EXPERTS } from '../seeds/experts'
import type { Reviewer } from './action'
import { ROLE_NAMES, ROLE_TASKS, Role } from './roles'

/** Where one sits down: a role, or one of the experts. */
export interface Seat {
  /** Part of the desk's addresses. */
  readonly id: string
  readonly name: string
  readonly task: string
  readonly reviewer: Reviewer
}

export const SEATS: readonly Seat[] = Role.options.flatMap((role): readonly Seat[] =>
  role === 'expert'
    ? EXPERTS.map(({ id, name, field }) => ({
        id,
        name: `${ROLE_NAMES.expert} ${name}`,
        task: `${ROLE_TASKS.expert}（${field}）`,
        reviewer: { role, expertId: id },
      }))
    : [{ id: role.replaceAll('_', '-'), name: ROLE_NAMES[role], task: ROLE_TASKS[role], reviewer: { role } }],
)

export const seatOf = (id: string): Seat | undefined => SEATS.find((seat) => seat.id === id)
