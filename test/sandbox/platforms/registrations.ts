import { WireRegistration } from '@suanhui/bff/platforms/wire/shared'
import { companiesIn } from '../gateways/companies'
import type { World } from '../world'
import { PlatformRefusal } from './refusal'
import type { Asked } from './serve'
import { accepted, livingCases, takeIn, toCity } from './take-in'

/** Where the applicant does not say, the company registry does. */
export const regionOf = ({ journal }: World, creditCode: string, told: string | null): string =>
  told ?? companiesIn(journal).get(creditCode)?.region ?? ''

export function submitRegistration({ world, platform, body }: Asked) {
  const { region, ...sent } = WireRegistration.parse(body)
  if (livingCases(world, 'registration', sent.creditCode).some((of) => of.platform === platform)) {
    throw new PlatformRefusal(422, '这家企业已经注册过，或者正在审核')
  }
  const place = regionOf(world, sent.creditCode, region)
  return accepted(toCity(world, takeIn(world, { ...sent, platform, kind: 'registration', region: place }, 'submitted')))
}
