import { hasRightCheckCharacter, isCreditCode, normaliseCreditCode } from '../../credit-code'
import type { PaperFields } from '../field'
import { paperFields } from '../kinds'
import { textOf } from '../paper'
import type { Check } from './check'

/** Older tax numbers of 15 and 20 characters, and identity numbers of persons who sell, have no such check digit. */
function isOdd(code: string): boolean {
  if (code.length === 18 && isCreditCode(code)) return !hasRightCheckCharacter(code)
  return !(code.length === 15 || code.length === 20) || !/^[0-9A-Z]+$/.test(code)
}

/** A warning: some early real codes fail the standard. */
export const creditCode: Check = {
  rule: 'credit-code',
  cite: { standard: 'GB 32100-2015' },
  find: ({ papers, names, context: { company } }) =>
    papers.flatMap((paper) => {
      const fields: PaperFields = paperFields[paper.kind]
      return Object.entries(fields).flatMap(([field, { label, type }]) => {
        const written = type === 'credit code' ? textOf(paper, field) : undefined
        const code = written === undefined ? undefined : normaliseCreditCode(written)
        if (code === undefined || code === company.creditCode || !isOdd(code)) return []
        return [
          {
            severity: 'warning' as const,
            paper,
            field,
            message: `${names(paper)}的${label}“${code}”不太对，可能有一位读错了。`,
            remedy: '请对着纸一位一位核对；纸上就是这样的，可以继续交。',
          },
        ]
      })
    }),
}
