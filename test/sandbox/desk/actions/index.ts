import type { Case } from '../../platforms/case'
import type { Action, Reviewer } from '../action'
import { cityActions } from './city'
import { correctionActions } from './correction'
import { filingActions } from './filing'
import { moneyActions } from './money'
import { provinceActions } from './province'
import { registrationActions } from './registration'
import { supervisionActions } from './supervision'
import { voucherActions } from './voucher'

export const ACTIONS: readonly Action[] = [
  ...registrationActions,
  ...filingActions,
  ...cityActions,
  ...correctionActions,
  ...provinceActions,
  ...moneyActions,
  ...supervisionActions,
  ...voucherActions,
]

/** What this role may do with the case as it stands; hindrances aside. */
export const actionsFor = ({ role }: Reviewer, { kind, state, platform }: Case): readonly Action[] =>
  ACTIONS.filter(
    (one) =>
      (role === 'shanxi') === (platform === 'shanxi-dispatch') &&
      one.kind === kind &&
      one.roles.includes(role) &&
      one.from.includes(state),
  )

/** Whether the case lies in the role's queue: something waits there for it, other than supervising. */
export const isWaitingFor = (reviewer: Reviewer, of: Case): boolean =>
  actionsFor(reviewer, of).some(
    (one) =>
      one.name !== 'demand-explanation' &&
      one.name !== 'withdraw-correction' &&
      one.hindrance?.(reviewer, of) === undefined,
  )
