import type { IsoDate } from '@suanhui/shared/date'
import type { Paper } from '@suanhui/shared/papers'
import type { Queries } from '../../stores/database'
import type { SubmissionRow } from '../../stores/submissions'
import { factsOfCompany } from '../companies/facts-of-company'
import type { FlowWorld } from './assemble'
import { filingDueOn } from './describe'
import { papersThere } from './papers-there'
import { MEASURE } from './steps'

/** Contracts of long ago need no reminder. */
const MOST_CONTRACTS = 50

async function contractsOf(world: FlowWorld, queries: Queries, companyId: string): Promise<readonly Paper[]> {
  const rows = await queries
    .selectFrom('papers')
    .select('id')
    .where('company_id', '=', companyId)
    .where(({ fn }) => fn.coalesce('kind', 'read_kind'), '=', 'contract')
    .orderBy('seq', 'desc')
    .limit(MOST_CONTRACTS)
    .execute()
  return papersThere(
    world,
    queries,
    companyId,
    rows.map(({ id }) => id),
  )
}

/** Contracts with a day of signing that somebody has looked at, and that stand in none of these filings. */
export async function contractsToFile(
  world: FlowWorld,
  queries: Queries,
  companyId: string,
  rows: readonly Pick<SubmissionRow, 'step' | 'papers'>[],
): Promise<readonly { readonly contract: Paper; readonly dueOn: IsoDate }[]> {
  const facts = await factsOfCompany(world, queries, companyId)
  if (facts['compute.viaPlatform'] === true) return []
  const filed = new Set(rows.flatMap(({ step, papers }) => (step === 'filing' ? (papers.contract ?? []) : [])))
  return (await contractsOf(world, queries, companyId)).flatMap((contract) => {
    const signedOn = contract.fields.signedOn
    if (filed.has(contract.id) || signedOn === undefined || signedOn.status === 'suggested') return []
    const dueOn = filingDueOn(world, MEASURE, [contract])
    return dueOn === undefined ? [] : [{ contract, dueOn }]
  })
}
