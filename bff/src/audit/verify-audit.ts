import type { Queries } from '../stores/database'
import type { Anchor } from './anchors'
import { CHAIN_START, linkHash } from './append-audit'

const PAGE = 1_000

/** How far the chain holds: up to `entries`, and where it breaks, at which number; or what was written down is not in it. */
export interface AuditCheck {
  readonly entries: number
  readonly lastHash: string
  readonly brokenAt?: number
  /** The first anchor that is not in the chain: its end was cut off, or it is a whole new one. */
  readonly unlike?: Anchor
}

/**
 * Walks the whole chain. By itself it finds what was edited, left out, put in or changed about. Entries cut off at the
 * end (all of them, by a `truncate` with the guards off) leave no trace in what remains, and whoever can write the table
 * can compute a whole new chain: both are found by anchors that were written down outside the database. What came
 * after the last anchor, an hour at most, can be cut off unseen; so can everything by someone who rewrites the anchors
 * too. Against that, keep `lastHash` and `entries` elsewhere.
 */
export async function verifyAudit(queries: Queries, anchors: readonly Anchor[] = []): Promise<AuditCheck> {
  const written = new Map(anchors.map((anchor) => [anchor.entries, anchor]))
  const missing = new Set(anchors)
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
      const anchor = written.get(seq)
      if (anchor?.hash === hash) missing.delete(anchor)
    }
    if (page.length < PAGE) break
  }
  const [unlike] = missing
  return { entries, lastHash, ...(unlike && { unlike }) }
}
