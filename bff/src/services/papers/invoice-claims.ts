import type { UsedBy } from '@suanhui/shared/papers'
import type { Deps } from '../../deps'
import type { Queries, Transaction } from '../../stores/database'
import { indexOfInvoice } from './invoice-index'

interface Claim {
  readonly companyId: string
  readonly submissionId: string
}

/** By invoice key: who has claimed it already. Of another company nothing is told but that it is another one. */
export type TakenInvoices = Readonly<Record<string, UsedBy>>

/** @param except the submission that asks: its own claims are no hindrance. */
export async function takenInvoices(
  { vault }: Pick<Deps, 'vault'>,
  queries: Queries,
  { companyId, except }: { readonly companyId: string; readonly except?: string },
  keys: readonly string[],
): Promise<TakenInvoices> {
  if (keys.length === 0) return {}
  const byIndex = new Map(keys.map((key) => [indexOfInvoice(vault, key), key]))
  const rows = await queries
    .selectFrom('invoice_claims')
    .select(['invoice_index', 'company_id', 'submission_id'])
    .where('invoice_index', 'in', [...byIndex.keys()])
    .execute()
  const taken: Record<string, UsedBy> = {}
  for (const { invoice_index, company_id, submission_id } of rows) {
    const key = byIndex.get(invoice_index)
    if (key === undefined || submission_id === except) continue
    taken[key] = company_id === companyId ? 'this company' : 'another company'
  }
  return taken
}

/**
 * Claims invoices for a submission, over all companies: of two that come at once, one gets an invoice, and the other
 * waits until that is settled. May be called again for the same submission.
 * @returns those that another submission has; the caller then throws, so that nothing is claimed.
 */
export async function reserveInvoices(
  world: Pick<Deps, 'vault'>,
  transaction: Transaction,
  { companyId, submissionId }: Claim,
  keys: readonly string[],
): Promise<TakenInvoices> {
  // Always in one order, so that two submissions never wait for one another.
  const indexes = [...new Set(keys.map((key) => indexOfInvoice(world.vault, key)))].sort()
  for (const invoice_index of indexes) {
    await transaction
      .insertInto('invoice_claims')
      .values({ invoice_index, company_id: companyId, submission_id: submissionId })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return takenInvoices(world, transaction, { companyId, except: submissionId }, keys)
}

/** The submission was withdrawn or refused: its invoices may be claimed again. */
export async function releaseInvoices(transaction: Transaction, submissionId: string): Promise<void> {
  await transaction.deleteFrom('invoice_claims').where('submission_id', '=', submissionId).execute()
}
