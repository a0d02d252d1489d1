import { z } from 'zod'
import { type Case, openCorrections } from '../../platforms/case'
import { moveCase } from '../../platforms/move'
import { type Action, action } from '../action'

const Withdrawn = z.object({ correctionId: z.string() })

/** A reviewer takes an item back; with the last one gone the case returns to the review it came from. */
const withdraw = (kind: Case['kind'], reviewIn: 'submitted' | 'city_review', roles: Action['roles']): Action =>
  action({
    name: 'withdraw-correction',
    label: '撤销这项补正',
    roles,
    kind,
    from: ['returned'],
    tone: 'plain',
    blanks: [{ name: 'correctionId', label: '补正项', kind: 'text', required: true }],
    input: Withdrawn,
    hindrance: (_, of) => (openCorrections(of).length === 0 ? '没有要撤销的补正项' : undefined),
    run: ({ world, who }, of, { correctionId }) => {
      const at = world.clock().getTime()
      const corrections = of.corrections.map((one) => (one.id === correctionId ? { ...one, withdrawnAt: at } : one))
      const changed = moveCase(
        world,
        { ...of, corrections },
        { who, text: '撤销一项补正', itemWithdrawn: correctionId },
      )
      if (openCorrections(changed).length > 0) return changed
      const again = moveCase(world, changed, { who: '系统', text: '没有要补正的了，继续审核', to: 'submitted' })
      return reviewIn === 'submitted'
        ? again
        : moveCase(world, again, { who: '系统', text: '转市级审核', to: reviewIn })
    },
  })

export const correctionActions: readonly Action[] = [
  withdraw('filing', 'submitted', ['city_industry', 'province']),
  withdraw('application', 'city_review', ['city_industry', 'city_finance']),
]
