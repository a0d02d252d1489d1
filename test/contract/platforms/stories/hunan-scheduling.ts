import { wan } from '@suanhui/shared/money'
import {
  accepted,
  events,
  HUNAN,
  noEvents,
  notices,
  type Operation,
  PAPER,
  providers,
  type Story,
  upload,
  wrongHash,
} from './story'

const registration = { verb: 'submitRegistration', ...HUNAN, form: { legalName: '王测试' }, papers: [] } as const
const filing = {
  companyName: HUNAN.companyName,
  creditCode: HUNAN.creditCode,
  providerCreditCode: '91430100MA0PR0D01X',
  contractSignedOn: '2026-11-01',
  contractAmountFen: wan(106),
  form: { 'filing.plannedFen': wan(106) },
  papers: [PAPER],
} as const
const begins = (subjectId: string) => ({ subjectId, platformId: undefined })

const registrations: readonly Operation[] = [
  {
    name: 'submit-registration',
    run: async (platform, known) => {
      const answer = await platform.send(registration, begins('subject-1'), 'key-registration')
      known.keep('registration', answer)
      return answer
    },
    gives: accepted,
  },
  {
    name: 'submit-registration-again',
    run: (platform) => platform.send(registration, begins('subject-1'), 'key-registration'),
    gives: accepted,
  },
  {
    name: 'submit-registration-refused',
    run: (platform) => platform.send(registration, begins('subject-2'), 'key-another'),
    gives: { result: 'refused', reason: '这家企业已经注册过，或者正在审核' },
  },
  {
    name: 'get-registration',
    run: (platform, known) => platform.readSubject('registration', known.of('registration')),
    gives: { result: 'read', value: { change: { type: 'moved', to: 'city_review' } } },
  },
  {
    name: 'get-registration-absent',
    run: (platform) => platform.readSubject('registration', 'XDZ2026999999'),
    gives: { result: 'absent' },
  },
]

const filings: readonly Operation[] = [
  {
    name: 'submit-filing-without-paper',
    run: (platform) => platform.send({ verb: 'submitFiling', ...filing }, begins('subject-3'), 'key-filing'),
    gives: { result: 'refused', reason: '材料“合同.pdf”没有上传' },
  },
  upload,
  wrongHash,
  {
    name: 'submit-filing',
    run: async (platform, known) => {
      const answer = await platform.send({ verb: 'submitFiling', ...filing }, begins('subject-3'), 'key-filing')
      known.keep('filing', answer)
      return answer
    },
    gives: accepted,
  },
  {
    name: 'get-filing-returned',
    before: [
      {
        seat: 'city-industry',
        of: 'filing',
        action: 'return',
        input: { items: [{ target: 'p1', kind: 'incomplete', note: '缺最后一页', dueOn: '2026-11-30' }] },
      },
    ],
    run: (platform, known) => platform.readSubject('filing', known.of('filing')),
    gives: { result: 'read', value: { change: { type: 'moved', to: 'returned' } } },
  },
  {
    name: 'resubmit-filing',
    run: (platform, known) =>
      platform.send(
        { verb: 'resubmitFiling', ...filing },
        { subjectId: 'subject-3', platformId: known.of('filing') },
        'key-filing-again',
      ),
    gives: accepted,
  },
]

export const hunanScheduling: Story = {
  platform: 'hunan-scheduling',
  operations: [
    ...registrations,
    ...filings,
    {
      ...events,
      before: [{ seat: 'city-industry', of: 'filing', action: 'accept' }],
      gives: {
        result: 'read',
        value: {
          events: [
            { change: { type: 'moved', to: 'submitted' } },
            { change: { type: 'moved', to: 'city_review' } },
            { change: { type: 'moved', to: 'submitted' } },
            { change: { type: 'moved', to: 'returned', items: [{ about: { paper: 'p1' }, note: '缺最后一页' }] } },
            { change: { type: 'moved', to: 'submitted' } },
            { change: { type: 'moved', to: 'accepted' } },
          ],
        },
      },
    },
    noEvents,
    providers,
    notices,
  ],
}
