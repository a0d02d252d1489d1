import type { Check } from './check'

/** The annexes are signed and sealed. Blue and square seals are not seen, so a person may say that it is there. */
export const formSeal: Check = {
  rule: 'form-seal',
  cite: 'papers',
  find: ({ papers, names }) =>
    papers
      .filter((paper) => paper.kind === 'stamped_form' && paper.seals.length === 0)
      .map((paper) => ({
        severity: 'warning' as const,
        paper,
        message: `${names(paper)}上没有看到公章。`,
        remedy: '请打印出来签字、盖公章，再用彩色拍清楚；已经盖了的，看看照片上清不清楚。',
      })),
}
