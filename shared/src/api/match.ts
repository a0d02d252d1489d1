import { z } from 'zod'
import type { Answer } from '../decision'
import type { Catalogue } from '../rules'
import type { Contract } from './contract'
import { CivilDate } from './date'
import { factsSchema } from './facts'
import type { SameShape } from './shape'

const Fen = z.int().min(0)
const DayOrNumber = z.union([z.number(), z.string()])

export const MatchedAmount = z
  .strictObject({
    basis: z.enum(['unspecified', 'case_by_case', 'fixed', 'formula', 'up_to']).meta({
      description:
        'fixed 定额；formula 按比例算出来的；up_to 上限，不是承诺；case_by_case 一事一议；unspecified 文件没有写金额',
    }),
    minFen: Fen.nullable().meta({ description: '最少多少，单位分；文件没写就是 null' }),
    maxFen: Fen.nullable().meta({ description: '最多多少，单位分；说不准就是 null' }),
  })
  .meta({ description: '能拿多少' })

export const MatchedCriterion = z
  .strictObject({
    id: z.string(),
    status: z.enum(['met', 'unmet', 'unknown']).meta({ description: 'met 符合；unmet 不符合；unknown 还不知道' }),
    facts: z.array(z.string()).meta({ description: '看的是哪几项事实' }),
    text: z.string().meta({ description: '条件，用大白话说' }),
    cite: z.strictObject({
      document: z.string().meta({ description: '文件编号，见 /v1/documents' }),
      clause: z.string().meta({ description: '条款，按文件自己的写法' }),
    }),
    shortfall: z
      .exactOptional(z.strictObject({ fact: z.string(), needed: DayOrNumber, given: DayOrNumber }))
      .meta({ description: '差多少：要到多少才行（needed），现在是多少（given）' }),
  })
  .meta({ description: '一条申报条件，符不符合' })

export const MatchWarning = z
  .strictObject({
    code: z.enum([
      'nothing_to_subsidise',
      'below_minimum',
      'outside_window',
      'prorated_by_days',
      'dates_reversed',
      'filing_due',
      'filing_late',
    ]),
    dueOn: z.exactOptional(CivilDate).meta({ description: '最后一天' }),
    text: z.string().meta({ description: '给人看的话' }),
  })
  .meta({ description: '要留意的事' })

export const MatchDecision = z
  .strictObject({
    measureId: z.string().meta({ examples: ['hn-2026-168/compute-voucher'] }),
    status: z.enum(['eligible', 'ineligible', 'undetermined', 'inactive']).meta({
      description: 'eligible 符合；ineligible 不符合；undetermined 还缺情况，定不了；inactive 文件不在有效期内',
    }),
    inactiveReason: z
      .exactOptional(z.enum(['expired', 'not_yet_in_force']))
      .meta({ description: '只在 inactive 时有：expired 已到期；not_yet_in_force 还没开始' }),
    amount: MatchedAmount.nullable().meta({ description: '符合或者还定不了时才有，否则是 null' }),
    met: z.int().min(0).meta({ description: '已符合几条' }),
    total: z.int().min(0).meta({ description: '一共几条' }),
    missing: z.array(z.string()).meta({ description: '还可能改变结果或金额的事实' }),
    warnings: z.array(MatchWarning),
    criteria: z.exactOptional(z.array(MatchedCriterion)).meta({ description: '用 explain 要了才有' }),
  })
  .meta({ description: '一项政策措施的结果' })

export const MatchPlan = z
  .strictObject({
    selected: z.array(z.string()),
    minFen: Fen,
    maxFen: Fen,
    displaced: z.array(z.strictObject({ measureId: z.string(), by: z.array(z.string()) })).meta({
      description: '符合但没有选上的，以及让位给了谁',
    }),
  })
  .meta({ description: '同一件事不能拿两份钱：合起来最多的一种选法' })

export const MatchAnswer = z
  .strictObject({
    catalogueVersion: z.string(),
    asOf: CivilDate,
    decisions: z.array(MatchDecision).meta({ description: '每项措施一条，顺序和目录一样' }),
    plan: MatchPlan,
    nextQuestions: z.array(z.string()).meta({ description: '接下来最值得问的事实，最多 8 个' }),
  })
  .meta({ description: '匹配结果' })

// The contract and the domain's own type say the same, or this does not compile.
true satisfies SameShape<z.output<typeof MatchAnswer>, Answer>

const measureIds = (catalogue: Catalogue): ReadonlySet<string> =>
  new Set(catalogue.documents.flatMap(({ id, measures }) => measures.map(({ slug }) => `${id}/${slug}`)))

function explainSchema(known: ReadonlySet<string>) {
  const MeasureIds = z.array(z.string()).superRefine((ids, context) => {
    const unknown = [...new Set(ids.filter((id) => !known.has(id)))]
    if (unknown.length > 0) context.addIssue({ code: 'custom', message: `没有这样的措施：${unknown.join('、')}` })
  })
  return z
    .union([z.literal('none'), z.literal('all'), MeasureIds], {
      // The union's own issue says nothing; the unknown ids are the only thing that a list can be wrong about.
      error: ({ input }) =>
        Array.isArray(input) && input.every((id) => typeof id === 'string')
          ? undefined
          : 'explain 只能是 "none"、"all"，或者措施编号的列表',
    })
    .meta({ description: '哪些措施要列出条件：none 都不列；all 全列；或者写出措施的编号' })
}

/** The question, by the catalogue it is put to: its facts and its measures. */
export const matchRequest = (catalogue: Catalogue) =>
  z
    .strictObject(
      {
        asOf: z.exactOptional(CivilDate).meta({ description: '按哪一天的规定算，不写就是今天（北京时间）' }),
        facts: factsSchema(catalogue.facts),
        explain: explainSchema(measureIds(catalogue)).default('none'),
      },
      { error: '请求要写成一个 JSON 对象' },
    )
    .meta({ description: '要匹配的情况' })
export type MatchRequest = z.input<ReturnType<typeof matchRequest>>

export function matchContract(catalogue: Catalogue) {
  const body = matchRequest(catalogue)
  return {
    method: 'post',
    access: 'public',
    path: '/v1/match',
    summary: '看一家单位能享受哪些政策',
    description: '不用登录，什么都不保存。有一项写得不对就一项都不算，错的地方一次列全。',
    body,
    named: { MatchRequest: body, Facts: body.shape.facts },
    answer: MatchAnswer,
    errors: ['MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'INVALID_INPUT'],
  } as const satisfies Contract
}
