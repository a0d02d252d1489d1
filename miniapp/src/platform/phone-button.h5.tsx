import type { PhoneButtonProps } from './phone-button-props'

/** Only WeChat knows the number. */
export const canAskWechat: boolean = false

export function PhoneButton(_: PhoneButtonProps) {
  return null
}

export const wechatLoginCode = (): Promise<string> => Promise.reject(new Error('there is no WeChat here'))
