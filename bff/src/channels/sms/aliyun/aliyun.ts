import { z } from 'zod'
import type { Deps } from '../../../deps'
import { callVendor } from '../call-vendor'
import type { SmsOutcome, SmsVendor } from '../sms'
import { type SmsTemplateIds, vendorText } from '../template-ids'
import { type AliyunKey, queryOf, signAliyun } from './signature'

export interface AliyunSettings extends AliyunKey {
  /** `https://dysmsapi.aliyuncs.com`, or a stand-in. */
  readonly url: string
  /** 短信签名. */
  readonly signName: string
  readonly templates: SmsTemplateIds
}

const Answer = z.looseObject({ Code: z.string(), BizId: z.string().optional() })

/** Limits that pass: a minute's, an hour's, a day's. */
const LIMITS = /^(isv\.(BUSINESS_LIMIT_CONTROL|DAY_LIMIT_CONTROL|MONTH_LIMIT_CONTROL|FREQUENCY_LIMIT)|Throttling)/
/** The number or the words; another vendor would refuse them, too. */
const REFUSED =
  /^(isv\.(MOBILE_NUMBER_ILLEGAL|MOBILE_COUNT_OVER_LIMIT|BLACK_KEY_CONTROL_LIMIT|PARAM_LENGTH_LIMIT|TEMPLATE_PARAMS_ILLEGAL|TEMPLATE_MISSING_PARAMETERS|INVALID_JSON_PARAM|PARAM_NOT_SUPPORT_URL)|MissingPhoneNumbers)/

/** Source: 阿里云短信服务 API错误码. What is not listed is the vendor's matter. */
function outcomeOf({ Code, BizId }: z.output<typeof Answer>): SmsOutcome {
  if (Code === 'OK') return { outcome: 'sent', ...(BizId !== undefined && { vendorId: BizId }) }
  const reason = Code.slice(0, 60)
  if (REFUSED.test(Code)) return { outcome: 'undeliverable', reason }
  return { outcome: 'retry', reason, technical: !LIMITS.test(Code) }
}

/** SendSms of 阿里云短信服务. */
export function aliyun(
  settings: AliyunSettings,
  { fetch, clock, newId }: Pick<Deps, 'fetch' | 'clock' | 'newId'>,
): SmsVendor {
  const { host, pathname } = new URL(settings.url)
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`
  return {
    name: 'aliyun',
    async send({ phone, template, values, key }) {
      const text = vendorText(settings.templates, { template, values })
      if (text === undefined) return { outcome: 'retry', reason: `no template for ${template}`, technical: true }
      const query = {
        PhoneNumbers: phone,
        SignName: settings.signName,
        TemplateCode: text.id,
        TemplateParam: JSON.stringify(Object.fromEntries(text.values)),
        OutId: key,
      }
      const call = { host, path, action: 'SendSms', version: '2017-05-25', query, nonce: newId(), at: clock() }
      const answer = await callVendor(fetch, `${settings.url.replace(/\/$/, '')}/?${queryOf(query)}`, {
        headers: { accept: 'application/json', ...signAliyun(call, settings) },
      })
      const read = Answer.safeParse(answer)
      return read.success ? outcomeOf(read.data) : { outcome: 'retry', reason: 'no answer', technical: true }
    },
  }
}
