import type { PaperFields } from '../field'
import { paperFields, paperNames } from '../kinds'
import type { Check } from './check'

/** What a paper cannot do without was not read, and nobody filled it in. */
export const fieldMissing: Check = {
  rule: 'field-missing',
  cite: 'papers',
  find: ({ papers, names }) =>
    papers.flatMap((paper) => {
      const fields: PaperFields = paperFields[paper.kind]
      return Object.entries(fields).flatMap(([field, { label, required }]) =>
        required !== true || paper.fields[field] !== undefined
          ? []
          : [
              {
                severity: 'error' as const,
                paper,
                field,
                message: `${names(paper)}没有读到${label}。`,
                remedy: `请对着${paperNames[paper.kind]}把${label}填上；看不清就重新拍一张。`,
              },
            ],
      )
    }),
}
