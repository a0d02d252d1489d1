import { numberOf } from '../paper'
import type { Check, Problem } from './check'

const BOTH = 2

/**
 * Seals are seen on a picture by their red ring: one over another counts as one, and blue or grey ones are not seen.
 * So a person who holds the paper may count them; the reviewer sees the picture.
 */
export const contractSeals: Check = {
  rule: 'contract-seals',
  cite: 'seals',
  find: ({ contracts, names }) =>
    contracts.flatMap((paper): readonly Problem[] => {
      const counted = numberOf(paper, 'sealCount')
      const seen = paper.seals.length
      if (seen >= BOTH && (counted === undefined || counted >= BOTH)) return []
      const at = { paper, field: 'sealCount' }
      if (counted !== undefined && counted >= BOTH)
        return [
          {
            ...at,
            severity: 'warning',
            message: `您说${names(paper)}上有${counted}个公章，照片上只认出${seen}个。`,
            remedy: '请看看照片上两个章是不是都清楚；不清楚的，请在亮处用彩色重新拍盖章的那一页。',
          },
        ]
      return [
        {
          ...at,
          severity: 'error',
          message: `${names(paper)}上${(counted ?? seen) === 0 ? '没有看到公章' : '只看到一个公章'}，要有双方的公章。`,
          remedy: '请把盖了双方公章的那一页用彩色拍清楚；纸上确实有两个章的，请在这里填上公章个数。',
        },
      ]
    }),
}
