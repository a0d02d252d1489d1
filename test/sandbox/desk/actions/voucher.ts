import { shanghaiDay } from '@suanhui/shared/date'
import { z } from 'zod'
import { moveCase } from '../../platforms/move'
import { issuedFen, SHANXI_BUDGET_FEN } from '../../platforms/vouchers'
import { type Action, action } from '../action'
import { Nothing, Reason, reasonBlank } from '../inputs'
import { DeskRefusal } from '../refusal'

/** Until when it can be redeemed; blank: the end of the year. */
const Validity = z.object({ validUntil: z.union([z.literal(''), z.iso.date()]).default('') })

/** Shanxi: claim, issue, redeem. */
export const voucherActions: readonly Action[] = [
  action({
    name: 'issue',
    label: '发放算力券',
    roles: ['shanxi'],
    kind: 'voucher',
    from: ['claimed'],
    blanks: [{ name: 'validUntil', label: '有效期到（不填就是今年年底）', kind: 'date' }],
    input: Validity,
    run: ({ world, who }, of, { validUntil }) => {
      const grantedFen = of.requestedFen ?? 0
      const dueOn = validUntil === '' ? `${shanghaiDay(world.clock()).slice(0, 4)}-12-31` : validUntil
      if (issuedFen(world) + grantedFen > SHANXI_BUDGET_FEN)
        throw new DeskRefusal(409, '超过今年5000万元的总额，不能发放')
      return moveCase(
        world,
        { ...of, grantedFen },
        { who, text: '算力券已发放', to: 'issued', data: { amountFen: grantedFen, dueOn } },
      )
    },
  }),
  action({
    name: 'redeem',
    label: '确认兑付',
    roles: ['shanxi'],
    kind: 'voucher',
    from: ['issued'],
    blanks: [],
    input: Nothing,
    hindrance: (_, { passedBy }) => (passedBy.includes('redemption') ? undefined : '企业还没有申请兑付'),
    run: ({ world, who }, of) => {
      const amountFen = Math.min(of.grantedFen ?? 0, of.settledFen ?? 0)
      const redeemed = { ...of, grantedFen: amountFen }
      return moveCase(world, redeemed, { who, text: '算力券已兑付', to: 'redeemed', data: { amountFen } })
    },
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
