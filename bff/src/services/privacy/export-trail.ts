import { sql } from 'kysely'
import { z } from 'zod'
import type { Exporter } from './exporter'

const Content = z.tuple([z.string().nullable(), z.string(), z.array(z.string()), z.enum(['done', 'refused'])])

/** Who did it, without telling one person of another. */
function whoOf(actorId: string | null, personId: string): 'you' | 'someone else' | 'the service' {
  if (actorId === null) return 'the service'
  return actorId === personId ? 'you' : 'someone else'
}

export const auditExporter: Exporter = {
  area: 'audit',
  title: '谁看过、改过关于您和您负责的公司的信息',
  covers: [],
  async collect(_world, queries, { personId, ownedCompanyIds }) {
    const subjects = [personId, ...ownedCompanyIds]
    const aboutOne = sql.join(
      subjects.map((id) => sql`content::jsonb -> 2 @> to_jsonb(${id}::text)`),
      sql` or `,
    )
    const { rows } = await sql<{ at: Date; content: string }>`
      select at, content from audit_entries
      where content::jsonb ->> 0 = ${personId} or ${aboutOne} order by seq`.execute(queries)
    return rows.map(({ at, content }) => {
      const [actorId, action, subjectIds, outcome] = Content.parse(JSON.parse(content))
      const about = subjectIds.map((id) => (id === personId ? 'you' : id))
      return { at, who: whoOf(actorId, personId), action, about, outcome }
    })
  },
}
