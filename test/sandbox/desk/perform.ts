import { type Case, casesIn, openCorrections } from '../platforms/case'
import type { World } from '../world'
import { actionsFor } from './actions'
import { DeskRefusal } from './refusal'
import type { Seat } from './seat'

/** Decisions wait for open correction items; taking an item back does not. */
const waitsForCorrections = (name: string): boolean => name !== 'withdraw-correction'

/**
 * Does one thing with one case.
 * @throws {DeskRefusal} where there is no such case, it is not this seat's turn, or something is missing.
 */
export function perform(world: World, seat: Seat, caseId: string, name: string, input: unknown): Case {
  const of = casesIn(world.journal).get(caseId)
  if (of === undefined) throw new DeskRefusal(404, '没有这个编号')
  const action = actionsFor(seat.reviewer, of).find((one) => one.name === name)
  if (action === undefined) throw new DeskRefusal(409, '现在不能办这一步，可能别人刚办过，请刷新再看')
  if (of.state === 'returned' && openCorrections(of).length > 0 && waitsForCorrections(name)) {
    if (!action.roles.includes('supervision')) throw new DeskRefusal(409, '还有没补正的项目')
  }
  const hindrance = action.hindrance?.(seat.reviewer, of)
  if (hindrance !== undefined) throw new DeskRefusal(409, hindrance)
  const read = action.input.safeParse(input)
  if (!read.success) throw new DeskRefusal(422, read.error.issues.map(({ message }) => message).join('；'))
  return world.journal.commit(() => action.run({ world, reviewer: seat.reviewer, who: seat.name }, of, read.data))
}
