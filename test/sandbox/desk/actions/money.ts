import { moveCase } from '../../platforms/move'
import { type Action, action } from '../action'
import { Nothing } from '../inputs'

/** After the notice: the money out, and back where it has to be. */
export const moneyActions: readonly Action[] = [
  action({
    name: 'start-payment',
    label: '公示无异议，开始拨付',
    roles: ['payment'],
    kind: 'application',
    from: ['public_notice'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) =>
      moveCase(world, of, { who, text: '公示无异议，开始拨付', to: 'payment', data: { amountFen: of.grantedFen } }),
  }),
  action({
    name: 'pay',
    label: '确认已拨付',
    roles: ['payment'],
    kind: 'application',
    from: ['payment'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) =>
      moveCase(world, of, { who, text: '补贴已拨付', to: 'paid', data: { amountFen: of.grantedFen } }),
  }),
  action({
    name: 'recovered',
    label: '确认已收回',
    roles: ['payment'],
    kind: 'application',
    from: ['recovery'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) => moveCase(world, of, { who, text: '资金已收回', to: 'recovered' }),
  }),
]
