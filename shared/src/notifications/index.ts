export { companyShortName } from './company-short-name'
export { compose } from './compose'
export { namesIn } from './contents'
export { fitSms, fitWechat, shorten, type WechatFieldType } from './fit'
export type { Link } from './link'
export type { Message, SmsContent, WechatContent } from './message'
export type {
  CorrectionDueNews,
  DocumentEndingNews,
  FilingDueNews,
  MeasureNews,
  News,
  NewsContext,
  RefusedNews,
  RoundNews,
  StatusNews,
} from './news'
export { QUIET_HOURS_WORDS, quietUntil } from './quiet-hours'
export { REMIND_DAYS, reminderFor } from './remind-on'
export { SUBJECT_NAMES } from './subject-words'
export {
  isSmsTemplateName,
  isWechatTemplateName,
  type SmsTemplate,
  type SmsTemplateName,
  smsTemplates,
  type WechatTemplate,
  type WechatTemplateName,
  wechatTemplateNames,
  wechatTemplates,
} from './templates'
export { isTopic, type Topic, type TopicWords, topicIds, topics } from './topic'
