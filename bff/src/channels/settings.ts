import type { WechatCallback, WechatTemplateIds } from './wechat-settings'

/** What the routes of messages have to know of the channels. */
export interface MessagingSettings {
  readonly wechatTemplates: WechatTemplateIds
  /** Absent, nothing pushed by WeChat is taken. */
  readonly wechatCallback: WechatCallback | undefined
  /** Of the address at which the SMS vendors' receipts are taken; absent, none are. */
  readonly receiptsPath: string | undefined
}

export const NO_MESSAGING: MessagingSettings = {
  wechatTemplates: {},
  wechatCallback: undefined,
  receiptsPath: undefined,
}
