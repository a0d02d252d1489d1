import { isStatusOf, type Status, type SubjectKind } from '@suanhui/shared/status'
import { sql } from 'kysely'
import type { Queries } from '../../stores/database'

/** Fewer tell nothing. */
const LEAST = 3
/** It is read through everything that ever happened, and moves slowly. */
const FRESH_MS = 10 * 60_000

export interface Usual {
  /** Whole days, at least 1: the median. */
  readonly days: number
  /** Over so many that have left the step. */
  readonly cases: number
}

interface Kept {
  readonly until: number
  readonly steps: ReadonlyMap<string, Usual>
}
const kept = new WeakMap<Queries, Kept>()

const keyOf = (kind: SubjectKind, status: string): string => `${kind} ${status}`

/** The median of each step over all subjects that have left it, whoever they belong to; those too few have left are out. */
async function medians(queries: Queries): Promise<ReadonlyMap<string, Usual>> {
  const { rows } = await sql<{ kind: SubjectKind; status: string; days: number; cases: number }>`
    with moves as (
      select s.kind, e.data->'change'->>'to' as status, e.occurred_at as since,
        lead(e.occurred_at) over (partition by e.subject_id order by e.sequence) as until
      from platform_events e join platform_subjects s on s.id = e.subject_id
      where e.outcome = 'applied' and e.data->'change'->>'type' = 'moved')
    select kind, status, count(*)::int as cases,
      percentile_cont(0.5) within group (order by extract(epoch from until - since)::float8) / 86400 as days
    from moves where until is not null group by kind, status having count(*) >= ${LEAST}`.execute(queries)
  return new Map(
    rows.flatMap(({ kind, status, days, cases }) =>
      isStatusOf(kind, status) ? [[keyOf(kind, status), { days: Math.max(1, Math.round(days)), cases }] as const] : [],
    ),
  )
}

/** How long this step usually takes, and how many that was learnt from; null where too few have left it to know. */
export async function usualDays(queries: Queries, kind: SubjectKind, status: Status, now: Date): Promise<Usual | null> {
  const at = now.getTime()
  const known = kept.get(queries)
  const fresh =
    known !== undefined && at < known.until ? known : { until: at + FRESH_MS, steps: await medians(queries) }
  kept.set(queries, fresh)
  return fresh.steps.get(keyOf(kind, status)) ?? null
}
