import { formatDate } from '../../date'
import type { PaperFields } from '../field'
import { paperFields } from '../kinds'
import { dateOf } from '../paper'
import type { Check } from './check'

/** What has happened bears a date that has come; a contract's service may still lie ahead. */
const AHEAD: ReadonlySet<string> = new Set(['contract startsOn', 'contract endsOn'])

export const futureDate: Check = {
  rule: 'future-date',
  cite: 'papers',
  find: ({ papers, names, context: { today } }) =>
    papers.flatMap((paper) => {
      const fields: PaperFields = paperFields[paper.kind]
      return Object.entries(fields).flatMap(([field, { label, type }]) => {
        const date = type === 'date' && !AHEAD.has(`${paper.kind} ${field}`) ? dateOf(paper, field) : undefined
        if (date === undefined || date <= today) return []
        return [
          {
            severity: 'error' as const,
            paper,
            field,
            message: `${names(paper)}的${label}是${formatDate(date)}，还没有到。`,
            remedy: '请对着纸核对日期，读错了就改过来。',
          },
        ]
      })
    }),
}
