import { z } from 'zod'
import { moveCase } from '../../platforms/move'
import { type Action, action } from '../action'
import { Nothing, Reason, reasonBlank } from '../inputs'

/** Everything after `submitted` that has not ended. */
const UNDER_WAY = [
  'city_review',
  'returned',
  'recommended',
  'expert_review',
  'province_recheck',
  'ranked',
  'decided',
  'public_notice',
  'objection',
  'payment',
  'paid',
] as const

/** 细则五: objections, explanations demanded, money recovered. */
export const supervisionActions: readonly Action[] = [
  action({
    name: 'object',
    label: '受理异议',
    roles: ['supervision'],
    kind: 'application',
    from: ['public_notice'],
    tone: 'plain',
    blanks: [reasonBlank],
    input: Reason,
    run: ({ world, who }, of, { reason }) =>
      moveCase(world, of, { who, text: `受理异议：${reason}`, to: 'objection', reason }),
  }),
  action({
    name: 'dismiss-objection',
    label: '异议不成立，继续公示',
    roles: ['supervision'],
    kind: 'application',
    from: ['objection'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) => moveCase(world, of, { who, text: '异议不成立，继续公示', to: 'public_notice' }),
  }),
  action({
    name: 'uphold-objection',
    label: '异议成立，不予补贴',
    roles: ['supervision'],
    kind: 'application',
    from: ['objection'],
    tone: 'bad',
    blanks: [reasonBlank],
    input: Reason,
    run: ({ world, who }, of, { reason }) =>
      moveCase(world, of, { who, text: `异议成立：${reason}`, to: 'rejected', reason }),
  }),
  action({
    name: 'demand-explanation',
    label: '要求说明情况',
    roles: ['supervision'],
    kind: 'application',
    from: UNDER_WAY,
    tone: 'plain',
    blanks: [reasonBlank, { name: 'dueOn', label: '说明期限', kind: 'date', required: true }],
    input: Reason.extend({ dueOn: z.iso.date() }),
    run: ({ world, who }, of, { reason, dueOn }) =>
      moveCase(world, of, { who, text: `要求说明：${reason}`, to: 'explanation_demanded', reason, data: { dueOn } }),
  }),
  action({
    name: 'accept-explanation',
    label: '说明成立，恢复办理',
    roles: ['supervision'],
    kind: 'application',
    from: ['explanation_demanded'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) =>
      moveCase(world, of, { who, text: '说明成立，恢复办理', to: of.before ?? 'city_review' }),
  }),
  action({
    name: 'recover',
    label: '追回资金',
    roles: ['supervision'],
    kind: 'application',
    from: ['explanation_demanded'],
    tone: 'bad',
    blanks: [reasonBlank],
    input: Reason,
    run: ({ world, who }, of, { reason }) =>
      moveCase(world, of, { who, text: `追回资金：${reason}`, to: 'recovery', reason }),
  }),
]
