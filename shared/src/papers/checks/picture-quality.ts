import { qualityAdvice } from '../quality-advice'
import type { QualityProblem } from '../reading'
import type { Check } from './check'

/** Grey pictures matter where a seal is looked for. */
const matters = (problem: QualityProblem, sealed: boolean): boolean => problem !== 'grey' || sealed

/** A warning only: whoever looks at the picture sees better than a threshold whether it can be read. */
export const pictureQuality: Check = {
  rule: 'picture-quality',
  cite: 'papers',
  find: ({ papers, names }) =>
    papers.flatMap((paper) => {
      const sealed = paper.kind === 'contract' || paper.kind === 'stamped_form'
      const told = paper.pages.flatMap(({ problems }, page) => {
        const here = problems.filter((problem) => matters(problem, sealed)).map((problem) => qualityAdvice[problem])
        const which = paper.pages.length > 1 ? `第${page + 1}页` : ''
        return here.length > 0 ? [`${which}${here.join('、')}`] : []
      })
      return told.length === 0
        ? []
        : [
            {
              severity: 'warning' as const,
              paper,
              message: `${names(paper)}的照片${told.join('；')}。`,
              remedy: '请在亮处把纸放平，四个角都拍进去，重新拍一张；审核的人看不清会退回来。',
            },
          ]
    }),
}
