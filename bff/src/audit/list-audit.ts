import type { Queries } from '../stores/database'

const PAGE = 1_000

/** An entry as it leaves: its hash is over `JSON.stringify([previousHash, seq, at, JSON.stringify(content)])`. */
export interface ListedEntry {
  readonly seq: number
  readonly at: string
  /** Who, what, about what, how it ended; as text where somebody made something else of it. */
  readonly content: unknown
  readonly previousHash: string
  readonly hash: string
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The whole audit, in order, a page at a time. */
export async function* everyEntry(queries: Queries): AsyncGenerator<ListedEntry> {
  let after = 0
  for (;;) {
    const page = await queries
      .selectFrom('audit_entries')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const { seq, at, content, previous_hash, hash } of page) {
      yield {
        seq,
        at: at.toISOString(),
        content: contentOf(content),
        previousHash: previous_hash,
        hash,
      }
      after = seq
    }
    if (page.length < PAGE) return
  }
}
