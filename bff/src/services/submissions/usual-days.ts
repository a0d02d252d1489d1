import type { Status, SubjectKind } from '@suanhui/shared/status'
import { sql } from 'kysely'
import type { Queries } from '../../stores/database'

/** Fewer tell nothing. */
const LEAST = 3

/**
 * How long this step took, as the median over all that have left it, whoever they belong to; null where too few have.
 * Whole days, at least 1.
 */
export async function usualDays(queries: Queries, kind: SubjectKind, status: Status): Promise<number | null> {
  const { rows } = await sql<{ known: number; days: number | null }>`
    with moves as (
      select e.data->'change'->>'to' as status, e.occurred_at as since,
        lead(e.occurred_at) over (partition by e.subject_id order by e.sequence) as until
      from platform_events e join platform_subjects s on s.id = e.subject_id
      where s.kind = ${kind} and e.outcome = 'applied' and e.data->'change'->>'type' = 'moved')
    select count(*) as known,
      percentile_cont(0.5) within group (order by extract(epoch from until - since)::float8) / 86400 as days
    from moves where status = ${status} and until is not null`.execute(queries)
  const [row] = rows
  if (row === undefined || row.days === null || row.known < LEAST) return null
  return Math.max(1, Math.round(row.days))
}
