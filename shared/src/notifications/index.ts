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
