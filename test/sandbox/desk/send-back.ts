import type { Case, Correction } from '../platforms/case'
import { moveCase } from '../platforms/move'
import type { Desk } from './action'

type Item = Pick<Correction, 'target' | 'kind' | 'note' | 'dueOn'>

/** Returned with what is to be corrected. Whoever passed it before looks again at what comes back. */
export function sendBack({ world, who }: Desk, of: Case, items: readonly Item[]): Case {
  const corrections = items.map((item) => ({ ...item, id: world.newId() }))
  return moveCase(
    world,
    { ...of, passedBy: [], corrections: [...of.corrections, ...corrections] },
    { who, text: `退回补正（${items.length}项）`, to: 'returned', data: { corrections } },
  )
}
