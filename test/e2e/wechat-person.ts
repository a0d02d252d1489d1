import { mintCode, openidOf } from '../sandbox/gateways/wechat/login'
import type { Sandbox } from '../sandbox/sandbox'
import type { World } from '../weapp/runtime/record'

/** The openid of whoever has this number. */
export const openidFor = (phone: string): string => openidOf(`person ${phone}`)

/** What WeChat hands out on the phone of whoever has this number: for `wx.login`, and on the button for the number. */
export function codesFor({ world, templates }: Sandbox, phone: string): Pick<World, 'loginCode' | 'phoneCode'> {
  const wechat = { ...world, templates: templates.wechat }
  const openid = openidFor(phone)
  return {
    loginCode: mintCode(wechat, { kind: 'login', openid }),
    phoneCode: mintCode(wechat, { kind: 'phone', openid, phone }),
  }
}
