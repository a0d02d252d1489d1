import type { Deps } from '../deps'
import type { Channels } from './channel'
import { inbox } from './inbox'
import type { SmsVendor } from './sms/sms'
import { smsChannel } from './sms/sms-channel'
import { wechatChannel } from './wechat'
import type { WechatTemplateIds } from './wechat-settings'

/** Every way to tell someone something, in the order in which they are tried: one line each. */
export const openChannels = (
  {
    smsVendors,
    wechatTemplates,
  }: { readonly smsVendors: readonly SmsVendor[]; readonly wechatTemplates: WechatTemplateIds },
  world: Pick<Deps, 'vault' | 'wechat' | 'clock'>,
): Channels => ({
  inbox,
  wechat: wechatChannel(world, wechatTemplates),
  sms: smsChannel(smsVendors, world),
})
