import type { Case, Correction } from '../platforms/case'
import { moveCase } from '../platforms/move'
import { wireCorrection } from '../platforms/wire-event'
import type { Desk } from './action'

type Item = Omit<Correction, 'id' | 'isPaper' | 'resolvedAt' | 'withdrawnAt'>

/** Returned with what is to be corrected. Whoever passed it before looks again at what comes back. */
export function sendBack({ world, who }: Desk, of: Case, items: readonly Item[]): Case {
  const corrections = items.map((item) => ({
    ...item,
    id: world.newId(),
    isPaper: of.papers.some(({ id }) => id === item.target),
  }))
  return moveCase(
    world,
    { ...of, passedBy: [], corrections: [...of.corrections, ...corrections] },
    {
      who,
      text: `退回补正（${items.length}项）`,
      to: 'returned',
      data: { corrections: corrections.map(wireCorrection) },
    },
  )
}
