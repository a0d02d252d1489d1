import { wan } from '@suanhui/shared/money'
import {
  accepted,
  events,
  noEvents,
  notices,
  PAPER,
  providers,
  rounds,
  SHANXI,
  type Story,
  upload,
  wrongHash,
} from './story'

const claim = {
  verb: 'claimVoucher',
  ...SHANXI,
  requestedFen: wan(20),
  form: { 'claim.developsLargeModel': false },
  papers: [PAPER],
} as const
const redemption = { verb: 'redeemVoucher', settledFen: wan(15), form: {}, papers: [PAPER] } as const
const begins = (subjectId: string) => ({ subjectId, platformId: undefined })

export const shanxiDispatch: Story = {
  platform: 'shanxi-dispatch',
  operations: [
    rounds,
    providers,
    notices,
    {
      name: 'submit-registration',
      run: async (platform, known) => {
        const write = { verb: 'submitRegistration', ...SHANXI, form: {}, papers: [] } as const
        const answer = await platform.send(write, begins('subject-1'), 'key-registration')
        known.keep('registration', answer)
        return answer
      },
      gives: accepted,
    },
    {
      name: 'get-registration',
      run: (platform, known) => platform.readSubject('registration', known.of('registration')),
      gives: { result: 'read', value: { change: { type: 'moved', to: 'city_review' } } },
    },
    upload,
    wrongHash,
    {
      name: 'claim-voucher',
      run: async (platform, known) => {
        const answer = await platform.send(claim, begins('subject-2'), 'key-claim')
        known.keep('voucher', answer)
        return answer
      },
      gives: accepted,
    },
    {
      name: 'claim-voucher-above-the-most',
      run: (platform) => platform.send({ ...claim, requestedFen: wan(181) }, begins('subject-3'), 'key-claim-more'),
      gives: { result: 'refused', reason: '一家企业的算力券总额最多200万元' },
    },
    {
      name: 'redeem-voucher-refused',
      run: (platform, known) =>
        platform.send(redemption, { subjectId: 'subject-2', platformId: known.of('voucher') }, 'key-redeem-early'),
      gives: { result: 'refused', reason: '算力券还没有发放，或者已经用掉' },
    },
    {
      name: 'get-voucher',
      before: [{ seat: 'shanxi', of: 'voucher', action: 'issue', input: { validUntil: '2026-12-20' } }],
      run: (platform, known) => platform.readSubject('voucher', known.of('voucher')),
      gives: { result: 'read', value: { change: { type: 'moved', to: 'issued' } } },
    },
    {
      name: 'redeem-voucher',
      run: (platform, known) =>
        platform.send(redemption, { subjectId: 'subject-2', platformId: known.of('voucher') }, 'key-redeem'),
      gives: accepted,
    },
    {
      ...events,
      before: [{ seat: 'shanxi', of: 'voucher', action: 'redeem' }],
      gives: {
        result: 'read',
        value: {
          events: [
            { change: { type: 'moved', to: 'submitted' } },
            { change: { type: 'moved', to: 'city_review' } },
            { change: { type: 'moved', to: 'claimed' } },
            { change: { type: 'moved', to: 'issued' }, amountFen: wan(20), dueOn: '2026-12-20' },
            { change: { type: 'moved', to: 'redeemed' }, amountFen: wan(15) },
          ],
        },
      },
    },
    noEvents,
  ],
}
