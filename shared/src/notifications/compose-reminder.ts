import { addDays, daysBetween, formatDate } from '../date'
import { daysLeftWords, isSoon, ofCompany, smsContent, wechatContent } from './contents'
import type { Message } from './message'
import type {
  CorrectionDueNews,
  DocumentEndingNews,
  FilingDueNews,
  MeasureNews,
  NewsContext,
  RoundNews,
  VoucherEndingNews,
} from './news'
import { REMIND_DAYS, reminderFor } from './remind-on'
import { linkTo, SUBJECT_NAMES } from './subject-words'

/** The reminder that is due, as part of the dedupe key: each is sent once, however often one looks. */
const stepKey = (type: keyof typeof REMIND_DAYS, daysLeft: number): string =>
  String(reminderFor(REMIND_DAYS[type], daysLeft) ?? 'past')

const endsWords = (left: number): string => (left <= 0 ? '今天到期' : left === 1 ? '明天到期' : `还有${left}天到期`)

export function filingDueMessage({ paperId, dueOn }: FilingDueNews, context: NewsContext): Message {
  const left = daysBetween(context.today, dueOn)
  const words = daysLeftWords(left)
  return {
    topic: 'reminder',
    title: `合同备案：${endsWords(left)}`,
    text: `有一份合同还没有备案。签合同后30天内要备案，最晚${formatDate(dueOn)}，${words}。\n过了这一天备案，可能拿不到补贴。`,
    link: { page: 'newFiling', params: { companyId: context.companyId, paperId } },
    urgent: isSoon(dueOn, addDays(context.today, 1)),
    dedupeKey: `filing_due:${paperId}:${dueOn}:${stepKey('filing_due', left)}`,
    smsAlways: false,
    sms: smsContent('to_do.1', {
      company: ofCompany(context, ''),
      subject: '合同备案',
      what: '合同还没有备案',
      due: formatDate(dueOn),
    }),
    wechat: wechatContent('to_do.1', {
      what: '合同还没有备案',
      due: dueOn,
      hint: ofCompany(context, words),
    }),
  }
}

export function correctionDueMessage(news: CorrectionDueNews, context: NewsContext): Message {
  const { dueOn, subjectId, subjectKind, open } = news
  const subject = SUBJECT_NAMES[subjectKind]
  const left = daysBetween(context.today, dueOn)
  return {
    topic: 'reminder',
    title: `${subject}：还有${open}处没有改`,
    text: `请在${formatDate(dueOn)}以前改好，再提交。${daysLeftWords(left)}。\n过了期限，这次${subject}可能就不再审核。`,
    link: linkTo(news, context.companyId, true),
    urgent: isSoon(dueOn, addDays(context.today, 1)),
    dedupeKey: `correction_due:${subjectId}:${dueOn}:${stepKey('correction_due', left)}`,
    smsAlways: false,
    sms: smsContent('to_do.1', {
      company: ofCompany(context, ''),
      subject,
      what: `还有${open}处没有改`,
      due: formatDate(dueOn),
    }),
    wechat: wechatContent('to_do.1', {
      what: `${subject}：还有${open}处没有改`,
      due: dueOn,
      hint: ofCompany(context, daysLeftWords(left)),
    }),
  }
}

export function voucherEndingMessage({ submissionId, on }: VoucherEndingNews, context: NewsContext): Message {
  const left = daysBetween(context.today, on)
  const what = '算力券还没有兑付'
  return {
    topic: 'reminder',
    title: `算力券：${endsWords(left)}`,
    text: `算力券发下来了，还没有兑付。最晚${formatDate(on)}，${daysLeftWords(left)}。\n过了这一天，券就不能用了。请带上发票和付款凭证来兑付。`,
    link: { page: 'submission', params: { companyId: context.companyId, submissionId } },
    urgent: isSoon(on, addDays(context.today, 1)),
    dedupeKey: `voucher_ending:${submissionId}:${on}:${stepKey('voucher_ending', left)}`,
    smsAlways: false,
    sms: smsContent('to_do.1', { company: ofCompany(context, ''), subject: '算力券', what, due: formatDate(on) }),
    wechat: wechatContent('to_do.1', { what, due: on, hint: ofCompany(context, daysLeftWords(left)) }),
  }
}

export function roundMessage({ type, roundId, name, on }: RoundNews, context: NewsContext): Message {
  const left = daysBetween(context.today, on)
  const what = type === 'round_opens' ? (left > 0 ? '就要开始申报' : '开始申报了') : '快要截止了'
  const day = formatDate(on)
  return {
    topic: 'round',
    title: `${name}：${what}`,
    text:
      type === 'round_opens'
        ? `${name}从${day}开始申报，${daysLeftWords(left)}。请先把合同、发票和付款凭证准备好。`
        : `${name}到${day}截止，${daysLeftWords(left)}。要申请的请抓紧提交。`,
    link: { page: 'rounds', params: { companyId: context.companyId } },
    urgent: false,
    dedupeKey: `${type}:${roundId}:${on}:${stepKey(type, left)}`,
    smsAlways: false,
    sms: smsContent('round.1', { company: ofCompany(context, ''), what: `${name}${what}`, due: day }),
    wechat: wechatContent('news.1', { what: name, on, hint: what }),
  }
}

export function documentEndingMessage({ documentId, title, on }: DocumentEndingNews, context: NewsContext): Message {
  const left = daysBetween(context.today, on)
  return {
    topic: 'document',
    title: '有一份政策快要结束了',
    text: `《${title}》${formatDate(on)}以后就不能用了，${daysLeftWords(left)}。\n公司还没有申请的，请看看来不来得及。`,
    link: { page: 'rounds', params: { companyId: context.companyId } },
    urgent: false,
    dedupeKey: `document_ending:${documentId}:${on}:${stepKey('document_ending', left)}`,
    smsAlways: false,
    sms: undefined,
    wechat: wechatContent('news.1', { what: title, on, hint: '这份政策快要结束了' }),
  }
}

const CHANGES: Readonly<Record<MeasureNews['change'], { readonly title: string; readonly text: string }>> = {
  gain: { title: '公司可能可以申请一项政策', text: '从公司填过的情况看，现在符合条件。请点开核对每一条。' },
  lose: { title: '有一项政策现在不符合了', text: '规定有变化，从公司填过的情况看，现在不符合条件。' },
  more: { title: '有一项政策的金额变多了', text: '规定有变化，从公司填过的情况看，能申请的金额可能变多。' },
  less: { title: '有一项政策的金额变少了', text: '规定有变化，从公司填过的情况看，能申请的金额可能变少。' },
}

export function measureMessage(news: MeasureNews, context: NewsContext): Message {
  const { measureId, catalogueVersion, change } = news
  const words = CHANGES[change]
  return {
    topic: 'news',
    title: words.title,
    text: `${news.title}\n${words.text}`,
    link: { page: 'measure', params: { id: measureId } },
    urgent: false,
    dedupeKey: `measure:${context.companyId}:${measureId}:${catalogueVersion}`,
    smsAlways: false,
    sms: undefined,
    wechat: wechatContent('news.1', { what: news.title, on: context.today, hint: words.title }),
  }
}
