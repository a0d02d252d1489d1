import { isTerminal } from '@suanhui/shared/status'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { type SubmissionRow, submissionsOf } from '../../stores/submissions'
import { pinnedIn } from './sealed'
import { progressOf } from './standing'

/** The company's vouchers beside this one that have not come to nothing. */
export interface OtherVouchers {
  /** What they come to: as granted, or as claimed while that is not decided. */
  readonly sumFen: number
  /** Ids of their contracts. */
  readonly contracts: readonly string[]
}

type World = Pick<Deps, 'vault'>

async function sumOf(world: World, queries: Queries, row: SubmissionRow): Promise<number> {
  if (row.voucher !== null && row.voucher.grantedFen !== null) return row.voucher.grantedFen
  const claimed = (await pinnedIn(world, queries, row))?.forms.claim?.claimedFen?.value
  return typeof claimed === 'number' ? claimed : 0
}

export async function otherVouchers(world: World, queries: Queries, row: SubmissionRow): Promise<OtherVouchers> {
  const contracts: string[] = []
  let sumFen = 0
  for (const other of await submissionsOf(queries, row.company_id)) {
    const voucher = other.step === 'claim' || other.step === 'redemption'
    if (!voucher || other.id === row.id || other.sending === 'draft' || other.sending === 'refused') continue
    const { state } = await progressOf(queries, other)
    if (isTerminal(state) && state.status !== 'redeemed') continue
    sumFen += await sumOf(world, queries, other)
    contracts.push(...(other.papers.contract ?? []))
  }
  return { sumFen, contracts }
}
