import { type ClaimElsewhere, invoiceKey, textOf } from '@suanhui/shared/papers'
import { isTerminal, type SubjectState } from '@suanhui/shared/status'
import type { Deps } from '../../deps'
import type { Queries } from '../../stores/database'
import { type SubmissionRow, submissionsOf } from '../../stores/submissions'
import { papersThere } from './papers-there'
import { progressOf } from './standing'
import { slotIdsOf } from './steps'

const provinceOf = ({ platform }: SubmissionRow): string => (platform === 'shanxi-dispatch' ? '山西省' : '湖南省')

/** What asks for money: a filing does not. */
const asks = ({ step }: SubmissionRow): boolean => step !== 'filing'

/** It came to nothing, or what came of it was paid back: the purchase may be claimed elsewhere. */
const cameToNothing = (state: SubjectState): boolean =>
  isTerminal(state) && state.status !== 'paid' && state.status !== 'redeemed'

/** What this company itself has claimed under the rules of another province; of other companies nothing is looked at. */
export async function claimedElsewhere(
  world: Pick<Deps, 'vault'>,
  queries: Queries,
  row: SubmissionRow,
): Promise<readonly ClaimElsewhere[]> {
  if (!asks(row)) return []
  const claims: ClaimElsewhere[] = []
  for (const other of await submissionsOf(queries, row.company_id)) {
    const sent = other.sending === 'queued' || other.sending === 'sent'
    if (!sent || !asks(other) || provinceOf(other) === provinceOf(row)) continue
    if (cameToNothing((await progressOf(queries, other)).state)) continue
    const ids = slotIdsOf[other.step].flatMap((slot) => other.papers[slot] ?? [])
    const papers = await papersThere(world, queries, row.company_id, ids)
    claims.push({
      province: provinceOf(other),
      contractNumbers: papers.flatMap((paper) => (paper.kind === 'contract' ? (textOf(paper, 'number') ?? []) : [])),
      invoiceKeys: papers.flatMap((paper) => (paper.kind === 'invoice' ? (invoiceKey(paper) ?? []) : [])),
    })
  }
  return claims
}
