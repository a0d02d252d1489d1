import type { FactValues } from '@suanhui/shared/facts'
import { rowsOf } from '@suanhui/shared/forms'
import { numberOf, type Paper, type SubsidyBase, textOf } from '@suanhui/shared/papers'
import type { SubmissionRow } from '../../stores/submissions'
import type { ProviderRegister } from './registered-providers'
import type { PersonAnswers } from './sealed'

interface Telling {
  readonly base: SubsidyBase | undefined
  readonly contracts: readonly Paper[]
  readonly register: Pick<ProviderRegister, 'regions'>
  readonly said: PersonAnswers
}

/** What the contracts come to, with what a person wrote over what was read. */
function contractSum({ contracts, said }: Telling): number | undefined {
  const typed = rowsOf(said.claim?.contracts)
  const sums =
    typed.length > 0 ? typed.map(({ totalFen }) => totalFen) : contracts.map((one) => numberOf(one, 'totalFen'))
  const known = sums.flatMap((fen) => (typeof fen === 'number' ? [fen] : []))
  return known.length === 0 ? undefined : known.reduce((sum, fen) => sum + fen, 0)
}

/** Where the seller is, by the province's register. */
function providerRegion({ contracts, register }: Telling): string | undefined {
  const [contract] = contracts
  if (contract === undefined) return undefined
  const [code, name] = [textOf(contract, 'sellerCode'), textOf(contract, 'sellerName')]
  return register.regions.find((one) => (code === undefined ? one.name === name : one.creditCode === code))?.region
}

/** Facts of a claim: papers and form say it of this purchase, and count before what was said of the company. */
function ofClaim(telling: Telling): FactValues {
  const { applicantKind, leadsNationalProject, developsLargeModel } = telling.said.claim ?? {}
  const sum = contractSum(telling)
  const region = providerRegion(telling)
  return {
    ...(sum !== undefined && { 'compute.contractAmountFen': sum }),
    ...(region !== undefined && { 'compute.providerRegion': region }),
    ...(typeof applicantKind === 'string' && { 'company.kind': applicantKind }),
    ...(typeof leadsNationalProject === 'boolean' && { 'compute.leadsNationalProject': leadsNationalProject }),
    ...(typeof developsLargeModel === 'boolean' && { 'compute.developsLargeModel': developsLargeModel }),
  }
}

/** What papers and forms tell the rules. */
export const toldOf = ({ step }: SubmissionRow, telling: Telling): FactValues =>
  step === 'claim'
    ? ofClaim(telling)
    : Object.fromEntries((telling.base?.facts ?? []).map(({ fact, value }) => [fact, value]))
