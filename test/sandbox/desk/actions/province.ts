import { moveCase } from '../../platforms/move'
import { EXPERTS } from '../../seeds/experts'
import { type Action, action } from '../action'
import { Note, Nothing, noteBlank, Reason, reasonBlank, Score } from '../inputs'

/** From the recommendation to the recheck; ranking concerns the whole round and has its own page. */
export const provinceActions: readonly Action[] = [
  action({
    name: 'start-expert-review',
    label: '交专家评审',
    roles: ['province'],
    kind: 'application',
    from: ['recommended'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) => moveCase(world, of, { who, text: '交专家评审', to: 'expert_review' }),
  }),
  action({
    name: 'score',
    label: '提交评分',
    roles: ['expert'],
    kind: 'application',
    from: ['expert_review'],
    blanks: [
      { name: 'score', label: '评分（0 到 100）', kind: 'number', required: true },
      { name: 'comment', label: '评语（可不填）', kind: 'text' },
    ],
    input: Score,
    hindrance: ({ expertId = '' }, { scores }) => {
      if (!EXPERTS.some(({ id }) => id === expertId)) return '请先选一位专家'
      return expertId in scores ? '您已经打过分' : undefined
    },
    run: ({ world, who, reviewer }, of, { score, comment }) => {
      const scores = { ...of.scores, [reviewer.expertId ?? '']: score }
      const done = EXPERTS.every(({ id }) => id in scores)
      const text = `评分 ${score}${comment && `：${comment}`}`
      const scored = moveCase(world, { ...of, scores }, { who, text })
      return done
        ? moveCase(world, scored, { who: '系统', text: '专家评审完成，转省级复核', to: 'province_recheck' })
        : scored
    },
  }),
  action({
    name: 'recheck-pass',
    label: '复核通过',
    roles: ['province'],
    kind: 'application',
    from: ['province_recheck'],
    blanks: [noteBlank],
    input: Note,
    hindrance: (_, { passedBy }) => (passedBy.includes('province') ? '已经复核通过，等排序' : undefined),
    run: ({ world, who }, of, { note }) =>
      moveCase(
        world,
        { ...of, passedBy: [...of.passedBy, 'province'] },
        { who, text: `复核通过，等排序${note && `：${note}`}` },
      ),
  }),
  action({
    name: 'reject',
    label: '不予通过',
    roles: ['province'],
    kind: 'application',
    from: ['expert_review', 'province_recheck'],
    tone: 'bad',
    blanks: [reasonBlank],
    input: Reason,
    run: ({ world, who }, of, { reason }) =>
      moveCase(world, of, { who, text: `不予通过：${reason}`, to: 'rejected', reason }),
  }),
  action({
    name: 'decide',
    label: '党组会审议通过',
    roles: ['province'],
    kind: 'application',
    from: ['ranked'],
    blanks: [noteBlank],
    input: Note,
    hindrance: (_, { grantedFen = 0 }) => (grantedFen === 0 ? '排在预算之外，没有补贴' : undefined),
    run: ({ world, who }, of, { note }) =>
      moveCase(world, of, {
        who,
        text: `党组会审议通过${note && `：${note}`}`,
        to: 'decided',
        data: { amountFen: of.grantedFen },
      }),
  }),
  action({
    name: 'reject',
    label: '不予通过',
    roles: ['province'],
    kind: 'application',
    from: ['ranked'],
    tone: 'bad',
    blanks: [reasonBlank],
    input: Reason,
    run: ({ world, who }, of, { reason }) =>
      moveCase(world, of, { who, text: `不予通过：${reason}`, to: 'rejected', reason }),
  }),
  action({
    name: 'publish',
    label: '开始公示',
    roles: ['province'],
    kind: 'application',
    from: ['decided'],
    blanks: [],
    input: Nothing,
    run: ({ world, who }, of) =>
      moveCase(world, of, { who, text: '名单开始公示', to: 'public_notice', data: { amountFen: of.grantedFen } }),
  }),
]
