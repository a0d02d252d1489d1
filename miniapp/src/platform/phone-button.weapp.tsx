import { Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PhoneButtonProps } from './phone-button-props'

export const canAskWechat: boolean = true

/** WeChat's own button: it shows the numbers that WeChat knows, and hands over a code for the chosen one. */
export function PhoneButton({ className, onCode, onNone, children }: PhoneButtonProps) {
  return (
    <Button
      className={`reset-button ${className}`}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail: { code, errMsg } }) => {
        if (code) onCode(code)
        else onNone(/deny|cancel|privacy/i.test(errMsg) ? 'declined' : 'unable')
      }}
    >
      {children}
    </Button>
  )
}

/** A code that tells the server who this is in WeChat: one use, five minutes. */
export const wechatLoginCode = async (): Promise<string> => (await Taro.login()).code
