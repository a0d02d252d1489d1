import { duplicatesOf } from '../duplicates'
import type { Paper } from '../paper'
import type { Check, Problem } from './check'

/** Counted twice it would be claimed twice; of other papers a second copy only takes the reviewer's time. */
const counts = (paper: Paper): boolean => paper.kind === 'invoice' || paper.kind === 'payment_slip'

export const paperRepeated: Check = {
  rule: 'paper-repeated',
  cite: 'once',
  find: ({ papers, names }) => {
    const repeats = duplicatesOf(papers)
    return papers.flatMap((paper): readonly Problem[] => {
      const earlier = repeats.get(paper.id)
      return earlier === undefined
        ? []
        : [
            {
              severity: counts(paper) ? 'error' : 'warning',
              paper,
              message: `${names(paper)}和${names(earlier)}是同一份。`,
              remedy: '请拿掉其中一份；不是同一份的，请核对号码。',
              related: [earlier],
            },
          ]
    })
  },
}
