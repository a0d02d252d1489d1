import type { PaperFields } from '../field'
import { paperFields } from '../kinds'
import type { Paper } from '../paper'
import type { Check } from './check'

/** Read off a picture, or read differently by two sources: a person looks at it before it is used. */
function open(paper: Paper, field: string, required: boolean): boolean {
  if (paper.disagreements.includes(field)) return true
  return required && paper.fields[field]?.status === 'suggested'
}

export const fieldUnconfirmed: Check = {
  rule: 'field-unconfirmed',
  cite: 'papers',
  find: ({ papers, names }) =>
    papers.flatMap((paper) => {
      const fields: PaperFields = paperFields[paper.kind]
      return Object.entries(fields).flatMap(([field, { label, required }]) =>
        open(paper, field, required === true)
          ? [
              {
                severity: 'error' as const,
                paper,
                field,
                message: `${names(paper)}的${label}还没有人核对。`,
                remedy: `请看一眼${label}和纸上是不是一样，一样就点“没错”，不一样就改过来。`,
              },
            ]
          : [],
      )
    }),
}
