import { moveCase } from '../../platforms/move'
import { type Action, action } from '../action'
import { Nothing, Reason, reasonBlank } from '../inputs'

/** Shanxi: claim, issue, redeem. */
export const voucherActions: readonly Action[] = [
  action({
    name: 'issue',
    label: '发放算力券',
    roles: ['shanxi'],
    kind: 'voucher',
    from: ['claimed'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) => moveCase(world, of, { who, text: '算力券已发放', to: 'issued' }),
  }),
  action({
    name: 'redeem',
    label: '确认兑付',
    roles: ['shanxi'],
    kind: 'voucher',
    from: ['issued'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) => moveCase(world, of, { who, text: '算力券已兑付', to: 'redeemed' }),
  }),
  action({
    name: 'expire',
    label: '过期作废',
    roles: ['shanxi'],
    kind: 'voucher',
    from: ['issued'],
    tone: 'plain',
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) => moveCase(world, of, { who, text: '算力券过期', to: 'expired' }),
  }),
  action({
    name: 'refuse',
    label: '不予发放',
    roles: ['shanxi'],
    kind: 'voucher',
    from: ['claimed', 'issued'],
    tone: 'bad',
    blanks: [reasonBlank],
    input: Reason,
    run: ({ world, who }, of, { reason }) =>
      moveCase(world, of, { who, text: `不予发放：${reason}`, to: 'refused', reason }),
  }),
]
