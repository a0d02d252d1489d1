import { addDays, formatDate, type IsoDate, shanghaiDay } from '../date'
import { openItems } from '../status'
import { isSoon, ofCompany, smsContent, wechatContent } from './contents'
import type { Message } from './message'
import type { NewsContext, RefusedNews, StatusNews } from './news'
import { statusWords } from './status-words'
import { linkTo, SUBJECT_NAMES } from './subject-words'

/** The platform's day, else the earliest of the corrections that are open. */
function dueOf({ dueOn, to }: StatusNews): IsoDate | undefined {
  const days = openItems(to).flatMap((item) => (item.dueOn === undefined ? [] : [item.dueOn]))
  return dueOn ?? days.sort()[0]
}

/** A step of a review: always by SMS too, as the rules of the province demand. */
export function statusMessage(news: StatusNews, context: NewsContext): Message {
  const subject = SUBJECT_NAMES[news.subjectKind]
  const dueOn = dueOf(news)
  const { state, lines, hint, toDo } = statusWords(news, dueOn)
  const company = ofCompany(context, '')
  const at = shanghaiDay(new Date(news.event.occurredAt))
  const due = toDo && dueOn !== undefined ? dueOn : undefined
  const act = toDo ? 'act.1' : 'progress.1'
  return {
    topic: toDo ? 'correction' : 'progress',
    title: `${subject}：${state}`,
    text: lines.join('\n'),
    link: linkTo(news, context.companyId, toDo && openItems(news.to).length > 0),
    urgent: toDo && isSoon(dueOn, addDays(context.today, 1)),
    dedupeKey: `status:${news.subjectId}:${news.event.sequence}`,
    smsAlways: true,
    sms:
      due === undefined
        ? smsContent(act, { company, subject, state, what: state })
        : smsContent('to_do.1', { company, subject, what: state, due: formatDate(due) }),
    wechat:
      due === undefined
        ? wechatContent('progress.1', { subject: ofCompany(context, subject), state, at, hint })
        : wechatContent('to_do.1', { what: `${subject}：${state}`, due, hint: ofCompany(context, '请办理') }),
  }
}

const NOT_TAKEN = { title: '平台没有收', state: '平台没收', what: '平台没有收，要改' } as const
const NOT_REACHED = { title: '没有送到平台', state: '没有送到', what: '没有送到，请再交' } as const

const refusedLines = ({ reason, unreached }: RefusedNews): readonly string[] =>
  unreached
    ? ['您交的内容没有送到平台。', `原因：${reason}。`, '您填的都还在。再交还是不行，请打电话问平台。']
    : ['平台没有收下您交的内容。', `平台写的是：${reason}`, '请按写明的改好，再提交一次。']

/** What was sent did not arrive where it should: the applicant thinks it is under way. */
export function refusedMessage(news: RefusedNews, context: NewsContext): Message {
  const subject = SUBJECT_NAMES[news.subjectKind]
  const company = ofCompany(context, '')
  const { title, state, what } = news.unreached ? NOT_REACHED : NOT_TAKEN
  return {
    topic: 'correction',
    title: `${subject}：${title}`,
    text: refusedLines(news).join('\n'),
    link: linkTo(news, context.companyId, false),
    urgent: false,
    dedupeKey: `refused:${news.writeId}`,
    smsAlways: true,
    sms: smsContent('act.1', { company, subject, what }),
    wechat: wechatContent('progress.1', {
      subject: ofCompany(context, subject),
      state,
      at: context.today,
      hint: news.reason,
    }),
  }
}
