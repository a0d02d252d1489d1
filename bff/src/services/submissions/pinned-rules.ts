import { rulesOf } from '@suanhui/shared/decision'
import type { Catalogue } from '@suanhui/shared/rules'
import type { Deps } from '../../deps'
import type { Queries, Transaction } from '../../stores/database'
import type { SubmissionRow } from '../../stores/submissions'

type World = Pick<Deps, 'published'>

/**
 * Keeps the running rules of a measure, once a version.
 * @returns the version, for the submission to be pinned to.
 */
export async function keepRules({ published }: World, transaction: Transaction, measureId: string): Promise<string> {
  const { catalogue } = published
  await transaction
    .insertInto('pinned_rules')
    .values({
      version: catalogue.version,
      measure_id: measureId,
      rules: JSON.stringify(rulesOf(catalogue, measureId)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return catalogue.version
}

/** The rules that a submission stands on, and the running ones where they are another version. */
export interface Rules {
  readonly pinned: Catalogue
  readonly newer: Catalogue | undefined
}

/** What is pinned to nothing yet stands on the running rules. */
export async function rulesFor(
  { published: { catalogue } }: World,
  queries: Queries,
  { catalogue_version, measure_id }: SubmissionRow,
): Promise<Rules> {
  if (catalogue_version === null || catalogue_version === catalogue.version)
    return { pinned: catalogue, newer: undefined }
  const kept = await queries
    .selectFrom('pinned_rules')
    .select('rules')
    .where('version', '=', catalogue_version)
    .where('measure_id', '=', measure_id)
    .executeTakeFirst()
  return kept === undefined ? { pinned: catalogue, newer: undefined } : { pinned: kept.rules, newer: catalogue }
}
