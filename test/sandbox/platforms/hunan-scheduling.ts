import { type routes, WireFiling } from '@suanhui/bff/platforms/hunan-scheduling/wire'
import { regionOf, submitRegistration } from './registrations'
import type { Asked, Handlers } from './serve'
import { providersOf, sharedHandlers, statusOf } from './shared-handlers'
import { accepted, caseOf, resubmit, takeIn } from './take-in'

const filed = (body: unknown) => {
  const { providerCreditCode, contractSignedOn, contractAmountFen, form, ...sent } = WireFiling.parse(body)
  return { ...sent, form: { providerCreditCode, contractSignedOn, contractAmountFen, ...form } }
}

function submitFiling({ world, platform, body }: Asked) {
  const sent = filed(body)
  const region = regionOf(world, sent.creditCode, null)
  return accepted(takeIn(world, { ...sent, platform, kind: 'filing', region }, 'submitted'))
}

function resubmitFiling({ world, platform, params, body }: Asked) {
  const { form, papers } = filed(body)
  return accepted(resubmit(world, caseOf(world, platform, 'filing', params.id ?? ''), { form, papers }))
}

export const hunanScheduling: Handlers<typeof routes> = {
  ...sharedHandlers,
  submitRegistration,
  getRegistration: statusOf('registration'),
  submitFiling,
  resubmitFiling,
  getFiling: statusOf('filing'),
  providers: providersOf('hunan'),
}
