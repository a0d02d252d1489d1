import { z } from 'zod'
import type { AmountRule } from '../rules'

/*
 * The rules as they travel. Their types are those of `rules/`, which know each fact by name; here a fact is a
 * string, because a phone reads catalogues newer than itself. A test puts the served catalogue through these.
 */

/** What a condition may ask of its one fact. */
const TESTS = {
  is: z.boolean(),
  oneOf: z.array(z.string()),
  hasAny: z.array(z.string()),
  within: z.string().meta({ description: '行政区划代码的前几位：43 湖南，4301 长沙' }),
  onOrAfter: z.string(),
  onOrBefore: z.string(),
  atLeast: z.number(),
  moreThan: z.number(),
  atMost: z.number(),
  lessThan: z.number(),
} as const

const conditionWith = (extra: z.ZodRawShape): z.ZodType =>
  z.union([
    ...Object.entries(TESTS).map(([test, value]) => z.strictObject({ fact: z.string(), [test]: value, ...extra })),
    z.strictObject({ all: z.array(z.lazy(() => RuleCondition)), ...extra }),
    z.strictObject({ any: z.array(z.lazy(() => RuleCondition)), ...extra }),
  ])

export const RuleCondition: z.ZodType = conditionWith({}).meta({
  description: '条件：对一项事实的要求，或者都要满足（all），或者满足一条（any）',
})

export const RuleCriterion: z.ZodType = conditionWith({ cite: z.string().meta({ description: '出自哪一条' }) }).meta({
  description: '申报条件和它的条款',
})

const Fen = z.int().min(0)
const Days = z.strictObject({ from: z.string(), to: z.string() })

const RuleBase = z.union([
  z.string(),
  z
    .strictObject({
      window: Days,
      inWindow: z.string(),
      settled: z.string(),
      excluded: z.string(),
      start: z.string(),
      end: z.string(),
    })
    .meta({ description: '落在补贴期内的那部分：按天数折算' }),
])

export const RuleSum: z.ZodType = z
  .union([
    z.strictObject({ flat: Fen }),
    z.strictObject({
      share: z.number(),
      of: RuleBase,
      years: z.exactOptional(z.strictObject({ fact: z.string(), atMost: z.number() })),
      cap: z.exactOptional(Fen),
      lifetime: z.exactOptional(z.strictObject({ cap: Fen, received: z.string() })),
    }),
    z.strictObject({ each: Fen, of: z.string(), cap: z.exactOptional(Fen) }),
    z.strictObject({ total: z.array(z.lazy(() => RuleSum)) }),
    z.strictObject({ tiers: z.array(z.strictObject({ atLeast: z.number(), flat: Fen })), by: z.string() }),
    z.strictObject({
      choose: z.array(z.strictObject({ when: RuleCondition, sum: z.lazy(() => RuleSum) })),
      otherwise: z.lazy(() => RuleSum),
    }),
  ])
  .meta({ description: '钱数怎么算，单位分，算到分为止，不进位' })

export const RuleAmount = z
  .union([
    z.strictObject({ basis: z.enum(['unspecified', 'case_by_case']) }),
    z.strictObject({
      basis: z.enum(['fixed', 'formula', 'up_to']),
      sum: RuleSum,
      minimum: z.exactOptional(Fen).meta({ description: '不到这个数就不给' }),
    }),
  ])
  .meta({ description: '金额规则' }) as z.ZodType as z.ZodType<AmountRule>

export const RuleWarning = z
  .strictObject({
    kind: z.enum(['filing']),
    viaPlatform: z.string(),
    signedOn: z.string(),
    filedOn: z.string(),
    withinDays: z.int(),
    cite: z.string(),
  })
  .meta({ description: '备案提醒' })
