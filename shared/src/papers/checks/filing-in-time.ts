import { addDays, formatDate } from '../../date'
import { dateOf } from '../paper'
import type { Check, Problem } from './check'

/**
 * Counted as the measure's own warning counts: the day of signing is not counted, the thirtieth day after it is in
 * time. The text says “in principle”, so late is no refusal; an application without any filing is returned.
 */
export const filingInTime: Check = {
  rule: 'filing-in-time',
  cite: 'filing',
  find: ({ contracts, names, context }) => {
    const { filing } = context.rules
    const { filedOn, step, today } = context
    if (filing === undefined || context.viaPlatform !== false) return []
    return contracts.flatMap((paper): readonly Problem[] => {
      const signedOn = dateOf(paper, 'signedOn')
      const at = { paper, field: 'signedOn' }
      if (filedOn === undefined && step === 'application')
        return [
          {
            ...at,
            severity: 'error',
            message: `${names(paper)}不是在平台上买的，还没有备案。`,
            remedy: '请先在“备案”里把算力使用备案表（附件2）交上去，再来申请。',
          },
        ]
      if (signedOn === undefined) return []
      const dueOn = addDays(signedOn, filing.withinDays)
      if ((filedOn ?? today) <= dueOn) return []
      return [
        {
          ...at,
          severity: 'warning',
          message: `${names(paper)}是${formatDate(signedOn)}签的，最晚${formatDate(dueOn)}备案，${filedOn === undefined ? '已经过了' : `${formatDate(filedOn)}才备案`}。`,
          remedy: '这是原则要求，可以继续交；请准备好晚了的说明。签订日期读错了的，请改过来。',
        },
      ]
    })
  },
}
