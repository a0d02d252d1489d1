import { z } from 'zod'
import type { Deps } from '../../../deps'
import { callVendor } from '../call-vendor'
import type { SmsOutcome, SmsVendor } from '../sms'
import { type SmsTemplateIds, vendorText } from '../template-ids'
import { signTencent, type TencentKey } from './signature'

export interface TencentSettings extends TencentKey {
  /** `https://sms.tencentcloudapi.com`, or a stand-in. */
  readonly url: string
  readonly sdkAppId: string
  /** 短信签名. */
  readonly signName: string
  readonly templates: SmsTemplateIds
}

const Answer = z.object({
  Response: z.object({
    Error: z.object({ Code: z.string() }).optional(),
    SendStatusSet: z
      .array(z.object({ Code: z.string(), SerialNo: z.string() }))
      .length(1)
      .optional(),
  }),
})

const LIMITS = /^(LimitExceeded|RequestLimitExceeded)/
/** The number or the words; another vendor would refuse them, too. */
const REFUSED =
  /^(InvalidParameterValue\.(IncorrectPhoneNumber|TemplateParameterFormatError|ContentLengthLimit|ProhibitedUseUrlInTemplateParameter)|FailedOperation\.(PhoneNumberInBlacklist|ContainSensitiveWord)|UnsupportedOperation\.ContainDomesticAndInternationalPhoneNumber)/

/** Source: 腾讯云短信 API 错误码. What is not listed is the vendor's matter. */
function outcomeOf({ Response }: z.output<typeof Answer>): SmsOutcome {
  const line = Response.SendStatusSet?.[0]
  if (line?.Code === 'Ok') return { outcome: 'sent', vendorId: line.SerialNo }
  const code = Response.Error?.Code ?? line?.Code ?? ''
  const reason = code.slice(0, 60)
  if (REFUSED.test(code)) return { outcome: 'undeliverable', reason }
  return { outcome: 'retry', reason, technical: !LIMITS.test(code) }
}

/** SendSms of 腾讯云短信. */
export function tencent(settings: TencentSettings, { fetch, clock }: Pick<Deps, 'fetch' | 'clock'>): SmsVendor {
  const { host, pathname } = new URL(settings.url)
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`
  return {
    name: 'tencent',
    async send({ phone, template, values, key }) {
      const text = vendorText(settings.templates, { template, values })
      if (text === undefined) return { outcome: 'retry', reason: `no template for ${template}`, technical: true }
      const body = JSON.stringify({
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: settings.sdkAppId,
        SignName: settings.signName,
        TemplateId: text.id,
        TemplateParamSet: text.values.map(([, value]) => value),
        SessionContext: key,
      })
      const call = { host, path, service: 'sms', action: 'SendSms', version: '2021-01-11', region: 'ap-guangzhou' }
      const headers = signTencent({ ...call, body, at: clock() }, settings)
      const answer = await callVendor(fetch, `${settings.url.replace(/\/$/, '')}/`, { headers, body })
      const read = Answer.safeParse(answer)
      return read.success ? outcomeOf(read.data) : { outcome: 'retry', reason: 'no answer', technical: true }
    },
  }
}
