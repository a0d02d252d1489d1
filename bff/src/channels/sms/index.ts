import type { Deps } from '../../deps'
import { type AliyunSettings, aliyun } from './aliyun/aliyun'
import { logSender } from './log'
import type { SmsVendor } from './sms'
import { type TencentSettings, tencent } from './tencent/tencent'

export type SmsVendorName = 'aliyun' | 'tencent' | 'log'

/** What the operator has set up: which vendor goes first, and the account at each. */
export interface SmsSettings {
  readonly first: SmsVendorName
  readonly second: SmsVendorName | undefined
  readonly aliyun: AliyunSettings | undefined
  readonly tencent: TencentSettings | undefined
  /** Of the address at which receipts are taken; absent, none are. */
  readonly receiptsPath: string | undefined
  /** Whether the log may show number and words: on a developer's own machine. */
  readonly showing: boolean
}

export type SmsWorld = Pick<Deps, 'fetch' | 'clock' | 'newId' | 'log'>

/** Every vendor there is: one line each. Undefined where it has no account. */
export const smsVendors: Readonly<
  Record<SmsVendorName, (settings: SmsSettings, world: SmsWorld) => SmsVendor | undefined>
> = {
  aliyun: (settings, world) => settings.aliyun && aliyun(settings.aliyun, world),
  tencent: (settings, world) => settings.tencent && tencent(settings.tencent, world),
  log: ({ showing }, { log }) => ({ name: 'log', ...logSender(log, showing) }),
}

export const isSmsVendorName = (text: string): text is SmsVendorName => Object.hasOwn(smsVendors, text)

/** The vendors in the order in which they are tried. */
export const openSms = (settings: SmsSettings, world: SmsWorld): readonly SmsVendor[] =>
  [settings.first, settings.second].flatMap((name) => {
    const vendor = name === undefined ? undefined : smsVendors[name](settings, world)
    return vendor === undefined ? [] : [vendor]
  })
