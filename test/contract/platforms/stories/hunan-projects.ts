import type { Write } from '@suanhui/bff/platforms/platform'
import { wan } from '@suanhui/shared/money'
import {
  type AtDesk,
  accepted,
  events,
  HUNAN,
  type Known,
  noEvents,
  notices,
  type Operation,
  PAPER,
  rounds,
  type Story,
  upload,
  wrongHash,
} from './story'

const application = {
  ...HUNAN,
  roundId: 'hunan-2026',
  measureId: 'hn-2026-168/compute-voucher',
  filingReceipts: [],
  settledFen: wan(100),
  requestedFen: wan(30),
  form: { 'application.claimedFen': wan(30) },
  papers: [PAPER],
  catalogueVersion: 'test',
} as const
const begins = { subjectId: 'subject-1', platformId: undefined }
const at = (seat: string, action: string, input?: object): AtDesk => ({
  seat,
  of: 'application',
  action,
  ...(input && { input }),
})
const writes = (name: string, key: string, write: Write, more: Partial<Operation> = {}): Operation => ({
  name,
  run: (platform, known: Known) =>
    platform.send(write, { subjectId: 'subject-1', platformId: known.of('application') }, key),
  gives: accepted,
  ...more,
})
const returned = { items: [{ target: 'p1', kind: 'incorrect', note: '合同看不清', dueOn: '2026-11-30' }] }
const toNotice: readonly (AtDesk | 'rank')[] = [
  at('city-industry', 'pass'),
  at('city-finance', 'pass'),
  at('province', 'start-expert-review'),
  at('expert-1', 'score', { score: 90 }),
  at('expert-2', 'score', { score: 80 }),
  at('expert-3', 'score', { score: 85 }),
  at('province', 'recheck-pass'),
  'rank',
  at('province', 'decide'),
  at('province', 'publish'),
]

export const hunanProjects: Story = {
  platform: 'hunan-projects',
  operations: [
    rounds,
    notices,
    upload,
    wrongHash,
    {
      name: 'submit-application-unknown-round',
      run: (platform) =>
        platform.send({ verb: 'submitApplication', ...application, roundId: 'other' }, begins, 'key-other-round'),
      gives: { result: 'refused' },
    },
    {
      name: 'submit-application',
      run: async (platform, known) => {
        const answer = await platform.send({ verb: 'submitApplication', ...application }, begins, 'key-application')
        known.keep('application', answer)
        return answer
      },
      gives: accepted,
    },
    writes(
      'explain-refused',
      'key-explain-early',
      { verb: 'explain', text: '情况说明', papers: [] },
      { gives: { result: 'refused', reason: '现在没有要求说明' } },
    ),
    writes(
      'resubmit-application',
      'key-again',
      { verb: 'resubmitApplication', ...application },
      { before: [at('city-industry', 'return', returned)] },
    ),
    {
      name: 'get-application',
      run: (platform, known) => platform.readSubject('application', known.of('application')),
      gives: { result: 'read', value: { change: { type: 'moved', to: 'city_review' } } },
    },
    writes(
      'raise-objection',
      'key-objection',
      { verb: 'raiseObjection', text: '金额少算了一张发票', papers: [PAPER] },
      { before: toNotice },
    ),
    writes(
      'explain',
      'key-explain',
      { verb: 'explain', text: '算力都是自己用的', papers: [] },
      {
        before: [
          at('supervision', 'dismiss-objection'),
          at('supervision', 'demand-explanation', { reason: '请说明用途', dueOn: '2026-12-01' }),
        ],
      },
    ),
    writes(
      'withdraw-application-refused',
      'key-withdraw-late',
      { verb: 'withdrawApplication', reason: '不申请了' },
      { gives: { result: 'refused', reason: '已经推荐到省里，不能撤回' } },
    ),
    {
      name: 'submit-application-second',
      run: async (platform, known) => {
        const other = { companyName: '长沙测试第二有限公司', creditCode: '91430104MA0TEST029' }
        const subject = { subjectId: 'subject-2', platformId: undefined }
        const answer = await platform.send(
          { verb: 'submitApplication', ...application, ...other },
          subject,
          'key-second',
        )
        known.keep('second', answer)
        return answer
      },
      gives: accepted,
    },
    {
      name: 'withdraw-application',
      run: (platform, known) =>
        platform.send(
          { verb: 'withdrawApplication', reason: '写错了' },
          { subjectId: 'subject-2', platformId: known.of('second') },
          'key-withdraw',
        ),
      gives: accepted,
    },
    {
      ...events,
      before: [at('supervision', 'accept-explanation'), at('payment', 'start-payment'), at('payment', 'pay')],
    },
    noEvents,
  ],
}
