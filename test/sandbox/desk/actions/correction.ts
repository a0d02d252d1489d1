import { z } from 'zod'
import { type Case, openCorrections } from '../../platforms/case'
import { moveCase } from '../../platforms/move'
import { type Action, action } from '../action'

const Withdrawn = z.object({ correctionId: z.string() })

/** A reviewer takes an item back; with the last one gone the case returns to the review it came from. */
const withdraw = (kind: Case['kind'], from: readonly string[], reviewIn: string, roles: Action['roles']): Action =>
  action({
    name: 'withdraw-correction',
    label: '撤销这项补正',
    roles,
    kind,
    from,
    tone: 'plain',
    blanks: [{ name: 'correctionId', label: '补正项', kind: 'text', required: true }],
    input: Withdrawn,
    hindrance: (_, of) => (openCorrections(of).length === 0 ? '没有要撤销的补正项' : undefined),
    run: ({ world, who }, of, { correctionId }) => {
      const at = world.clock().getTime()
      const corrections = of.corrections.map((one) => (one.id === correctionId ? { ...one, withdrawnAt: at } : one))
      const changed = { ...of, corrections }
      const back = openCorrections(changed).length === 0
      return moveCase(world, changed, {
        who,
        text: back ? '撤销补正，继续审核' : '撤销一项补正',
        data: { corrections },
        ...(back && { to: reviewIn }),
      })
    },
  })

export const correctionActions: readonly Action[] = [
  withdraw('filing', ['returned'], 'submitted', ['city_industry']),
  withdraw('application', ['returned'], 'submitted', ['city_industry', 'city_finance']),
]
