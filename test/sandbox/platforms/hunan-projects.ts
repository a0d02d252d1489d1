import { routes, WireApplication } from '@suanhui/bff/platforms/hunan-projects/wire'
import { shanghaiDay } from '@suanhui/shared/date'
import type { World } from '../world'
import { type Case, casesIn } from './case'
import { moveCase } from './move'
import { PlatformRefusal } from './refusal'
import { regionOf } from './registrations'
import { currentRound } from './round'
import type { Asked, Handlers } from './serve'
import { sharedHandlers, statusOf } from './shared-handlers'
import { accepted, caseOf, checkPapers, livingCases, resubmit, takeIn, toCity } from './take-in'

const applicationOf = ({ world, platform, params }: Asked): Case =>
  caseOf(world, platform, 'application', params.id ?? '')

const applied = (body: unknown) => {
  const { form, filingReceipts, measureId, roundId, catalogueVersion, ...sent } = WireApplication.parse(body)
  return { ...sent, roundId, filingReceipts, form: { roundId, measureId, filingReceipts, catalogueVersion, ...form } }
}

function checkRound({ journal, clock }: World, roundId: string): void {
  const { id, name, opensOn, closesOn } = currentRound(journal, clock())
  const today = shanghaiDay(clock())
  if (roundId !== id) throw new PlatformRefusal(422, `没有这个申报批次，现在的是“${name}”`)
  if (today < opensOn) throw new PlatformRefusal(422, `申报从${opensOn}开始，现在还不能提交`)
  if (today > closesOn) throw new PlatformRefusal(422, `申报已经在${closesOn}截止`)
}

function checkFilings({ journal }: World, creditCode: string, receipts: readonly string[]): void {
  const unknown = receipts.find((id) => {
    const filing = casesIn(journal).get(id)
    return filing?.kind !== 'filing' || filing.creditCode !== creditCode
  })
  if (unknown !== undefined) throw new PlatformRefusal(422, `没有这家企业的备案：${unknown}`)
}

function submitApplication({ world, platform, body }: Asked) {
  const { roundId, filingReceipts, region, ...sent } = applied(body)
  checkRound(world, roundId)
  checkFilings(world, sent.creditCode, filingReceipts)
  if (livingCases(world, 'application', sent.creditCode).length > 0) {
    throw new PlatformRefusal(422, '这家企业在这个批次已经申报过')
  }
  const place = regionOf(world, sent.creditCode, region)
  return accepted(toCity(world, takeIn(world, { ...sent, platform, kind: 'application', region: place }, 'submitted')))
}

function resubmitApplication(asked: Asked) {
  const { form, papers, settledFen, requestedFen } = applied(asked.body)
  const again = resubmit(asked.world, applicationOf(asked), { form, papers, settledFen, requestedFen })
  return accepted(toCity(asked.world, again))
}

function withdrawApplication(asked: Asked) {
  const of = applicationOf(asked)
  const { reason } = routes.withdrawApplication.body.parse(asked.body)
  if (!['submitted', 'city_review', 'returned'].includes(of.state))
    throw new PlatformRefusal(422, '已经推荐到省里，不能撤回')
  return accepted(moveCase(asked.world, of, { who: '企业', text: `撤回：${reason}`, to: 'withdrawn' }))
}

function raiseObjection(asked: Asked) {
  const of = applicationOf(asked)
  const { text, papers } = routes.raiseObjection.body.parse(asked.body)
  if (of.state !== 'public_notice') throw new PlatformRefusal(422, '现在不在公示期间，不能提异议')
  checkPapers(asked.world, papers)
  const changed = { ...of, papers: [...of.papers, ...papers] }
  return accepted(
    moveCase(asked.world, changed, { who: '企业', text: `提出异议：${text}`, to: 'objection', reason: text }),
  )
}

/** What the company answers is kept for supervision to judge; the state stays until then. */
function explain(asked: Asked) {
  const of = applicationOf(asked)
  const { text, papers } = routes.explain.body.parse(asked.body)
  if (of.state !== 'explanation_demanded') throw new PlatformRefusal(422, '现在没有要求说明')
  checkPapers(asked.world, papers)
  const changed = { ...of, papers: [...of.papers, ...papers] }
  return accepted(moveCase(asked.world, changed, { who: '企业', text: `说明：${text}` }))
}

function rounds({ world }: Asked) {
  const { id, name, opensOn, closesOn, budgetFen } = currentRound(world.journal, world.clock())
  const committedFen = casesIn(world.journal)
    .all()
    .reduce((sum, { state, grantedFen = 0, kind }) => {
      return kind !== 'application' || state === 'rejected' ? sum : sum + grantedFen
    }, 0)
  return {
    rounds: [{ id, name, opensOn, closesOn, settledFrom: '2025-10-27', settledTo: closesOn, budgetFen, committedFen }],
  }
}

export const hunanProjects: Handlers<typeof routes> = {
  ...sharedHandlers,
  rounds,
  submitApplication,
  resubmitApplication,
  withdrawApplication,
  raiseObjection,
  explain,
  getApplication: statusOf('application'),
}
