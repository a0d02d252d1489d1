import { numberOf } from '../paper'
import type { Check } from './check'

export const contractPages: Check = {
  rule: 'contract-pages',
  cite: 'papers',
  find: ({ contracts, names }) =>
    contracts.flatMap((paper) => {
      const printed = numberOf(paper, 'pageCount')
      const taken = paper.pages.length
      if (printed === undefined || taken === 0 || taken >= printed) return []
      return [
        {
          severity: 'error' as const,
          paper,
          field: 'pageCount',
          message: `${names(paper)}写着共${printed}页，这里只有${taken}页。`,
          remedy: '请把缺的几页补拍进来，按顺序放好；总页数读错了的，请改过来。',
        },
      ]
    }),
}
