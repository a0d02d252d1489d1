/** A template as the vendor has approved it. */
export interface SmsTemplate {
  readonly kind: 'code' | 'notice'
  /** Names in braces, `{name}` or `{1}`; Aliyun's console puts a dollar sign before them. */
  readonly text: string
}

export interface WechatTemplate {
  readonly title: string
  /** Key, which begins with its type, to the word shown before the value. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Templates {
  readonly signName: string
  readonly aliyun: Readonly<Record<string, SmsTemplate>>
  readonly tencent: Readonly<Record<string, SmsTemplate>>
  readonly wechat: Readonly<Record<string, WechatTemplate>>
}

/** What the operator of the product has applied for at each vendor. */
export const TEMPLATES: Templates = {
  signName: '算惠通',
  aliyun: {
    SMS_100000001: { kind: 'code', text: '您的验证码是{code}，5分钟内有效，请勿告诉他人。' },
  },
  tencent: {
    '1000001': { kind: 'code', text: '您的验证码是{1}，5分钟内有效，请勿告诉他人。' },
  },
  wechat: {},
}
