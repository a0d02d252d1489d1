import type { Queries } from '../stores/database'
import { CHAIN_START, linkHash } from './append-audit'

const PAGE = 1_000

/** How far the chain holds: up to `entries`, and where it breaks, at which number. */
export interface AuditCheck {
  readonly entries: number
  readonly lastHash: string
  readonly brokenAt?: number
}

/**
 * Walks the whole chain. It finds what was edited, left out, put in or changed about. Entries cut off at the end leave
 * no trace in what remains, and whoever can write the table can compute a whole new chain: against both, compare
 * `lastHash` and `entries` with a copy kept elsewhere.
 */
export async function verifyAudit(queries: Queries): Promise<AuditCheck> {
  let entries = 0
  let lastHash = CHAIN_START
  for (;;) {
    const page = await queries
      .selectFrom('audit_entries')
      .selectAll()
      .where('seq', '>', entries)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const { seq, at, content, previous_hash, hash } of page) {
      const holds =
        seq === entries + 1 && previous_hash === lastHash && hash === linkHash(previous_hash, seq, at, content)
      if (!holds) return { entries, lastHash, brokenAt: seq }
      entries = seq
      lastHash = hash
    }
    if (page.length < PAGE) return { entries, lastHash }
  }
}
