import { routes, WireClaim } from '@suanhui/bff/platforms/shanxi-dispatch/wire'
import { shanghaiDay } from '@suanhui/shared/date'
import { wan } from '@suanhui/shared/money'
import type { World } from '../world'
import { moveCase } from './move'
import { PlatformRefusal } from './refusal'
import { regionOf, submitRegistration } from './registrations'
import type { Asked, Handlers } from './serve'
import { providersOf, sharedHandlers, statusOf } from './shared-handlers'
import { accepted, caseOf, checkPapers, livingCases, takeIn } from './take-in'
import { issuedFen, SHANXI_BUDGET_FEN } from './vouchers'

/** 二(九): whatever the rate. */
const MOST_FEN = wan(200)

const yearOf = ({ clock }: World): string => shanghaiDay(clock()).slice(0, 4)

function claimVoucher({ world, platform, body }: Asked) {
  const { region, form, roundId, ...sent } = WireClaim.parse(body)
  checkPapers(world, sent.papers)
  const before = livingCases(world, 'voucher', sent.creditCode)
  const sumFen = before.reduce((sum, { grantedFen, requestedFen = 0 }) => sum + (grantedFen ?? requestedFen), 0)
  if (sumFen + sent.requestedFen > MOST_FEN) throw new PlatformRefusal(422, '一家企业的算力券总额最多200万元')
  const place = regionOf(world, sent.creditCode, region)
  const whole = { ...(roundId !== undefined && { roundId }), ...form }
  return accepted(takeIn(world, { ...sent, platform, kind: 'voucher', region: place, form: whole }, 'claimed'))
}

/** The proofs are kept; the desk confirms the payment. */
function redeemVoucher({ world, platform, params, body }: Asked) {
  const of = caseOf(world, platform, 'voucher', params.id ?? '')
  const { settledFen, form, papers } = routes.redeemVoucher.body.parse(body)
  if (of.state !== 'issued') throw new PlatformRefusal(422, '算力券还没有发放，或者已经用掉')
  if (of.passedBy.includes('redemption')) throw new PlatformRefusal(422, '已经申请过兑付，正在办理')
  checkPapers(world, papers)
  const changed = {
    ...of,
    settledFen,
    form: { ...of.form, ...form },
    papers: [...of.papers, ...papers],
    passedBy: ['redemption'],
  }
  return accepted(moveCase(world, changed, { who: '企业', text: '申请兑付' }))
}

function rounds({ world }: Asked) {
  const year = yearOf(world)
  return {
    rounds: [
      {
        id: `shanxi-${year}`,
        name: `山西省${year}年度算力券`,
        opensOn: `${year}-01-01`,
        closesOn: `${year}-12-31`,
        settledFrom: `${year}-01-01`,
        settledTo: `${year}-12-31`,
        budgetFen: SHANXI_BUDGET_FEN,
        committedFen: issuedFen(world),
      },
    ],
  }
}

export const shanxiDispatch: Handlers<typeof routes> = {
  ...sharedHandlers,
  rounds,
  providers: providersOf('shanxi'),
  submitRegistration,
  getRegistration: statusOf('registration'),
  claimVoucher,
  redeemVoucher,
  getVoucher: statusOf('voucher'),
}
