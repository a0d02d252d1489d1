import { z } from 'zod'
import { fillIn, namesIn } from '../../messages'
import type { SmsTemplate } from '../../seeds/templates'
import { digits, isMobile, receiptTime, type SmsGateway, sentWithin, smsSize, takeIn, WITHIN } from '../sms'

/** SendSms answers with 200; whether it sent stands in `Code`. */
export interface Answer {
  readonly Code: string
  readonly Message: string
  readonly BizId?: string
}

const Values = z.record(z.string(), z.union([z.string(), z.number()]).transform(String))
const refuse = (Code: string, Message: string): Answer => ({ Code, Message })

/** Codes are four to six digits or letters, other values at most 35 characters; no links, no line breaks. */
function refusedValue(kind: SmsTemplate['kind'], name: string, value: string): Answer | undefined {
  if (kind === 'code' && !/^[0-9A-Za-z]{4,6}$/.test(value)) {
    return refuse('isv.TEMPLATE_PARAMS_ILLEGAL', `模板变量 ${name} 不符合验证码规范`)
  }
  if ([...value].length > 35) return refuse('isv.PARAM_LENGTH_LIMIT', `参数 ${name} 超过长度限制`)
  if (/https?:|\p{Cc}/u.test(value)) return refuse('isv.BLACK_KEY_CONTROL_LIMIT', '变量中传入疑似违规信息')
  return undefined
}

function refusedFrequency(
  gateway: SmsGateway,
  kind: SmsTemplate['kind'],
  templateId: string,
  to: string,
): Answer | undefined {
  const sent = (ms: number, ofTemplate: boolean): number =>
    sentWithin(gateway, ms, (message) => {
      return message.vendor === 'aliyun' && message.to === to && (!ofTemplate || message.templateId === templateId)
    }).length
  const limit = (label: string): Answer => refuse('isv.BUSINESS_LIMIT_CONTROL', `触发${label}流控`)
  if (sent(WITHIN.day, false) >= 40) return limit('号码天级')
  if (kind === 'notice') return sent(WITHIN.day, true) >= 50 ? limit('天级') : undefined
  if (sent(WITHIN.minute, true) >= 1) return limit('分钟级')
  if (sent(WITHIN.hour, true) >= 5) return limit('小时级')
  return sent(WITHIN.day, true) >= 10 ? limit('天级') : undefined
}

/** SendSms of 2017-05-25, its parameters as they came. */
export function sendSms(gateway: SmsGateway, parameters: URLSearchParams): Answer {
  const { templates, faults } = gateway
  const to = (parameters.get('PhoneNumbers') ?? '').replace(/^\+?86(?=1\d{10}$)/, '')
  const templateId = parameters.get('TemplateCode') ?? ''
  const template = templates.aliyun[templateId]
  if (to === '') return refuse('MissingPhoneNumbers', 'PhoneNumbers is mandatory for this action.')
  if (!isMobile(to)) return refuse('isv.MOBILE_NUMBER_ILLEGAL', `${to}不是合法手机号`)
  if (parameters.get('SignName') !== templates.signName)
    return refuse('isv.SMS_SIGNATURE_ILLEGAL', '该账号下找不到对应签名')
  if (template === undefined) return refuse('isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板')
  const values = valuesOf(parameters.get('TemplateParam'))
  if (values === undefined) return refuse('isv.INVALID_JSON_PARAM', 'JSON参数不合法，只接受字符串值')
  for (const name of namesIn(template.text)) {
    const value = values[name]
    if (value === undefined) return refuse('isv.TEMPLATE_MISSING_PARAMETERS', `模板变量缺少对应参数值：${name}`)
    const refused = refusedValue(template.kind, name, value)
    if (refused) return refused
  }
  const refused = refusedFrequency(gateway, template.kind, templateId, to)
  if (refused) return refused
  if (faults.happens('vendorFailureShare')) return refuse('isp.SYSTEM_ERROR', '系统出现错误，请重新调用')
  return accept(gateway, {
    to,
    templateId,
    text: fillIn(template.text, values),
    values,
    outId: parameters.get('OutId'),
  })
}

function valuesOf(text: string | null): Readonly<Record<string, string>> | undefined {
  try {
    const values = Values.safeParse(JSON.parse(text ?? '{}'))
    return values.success ? values.data : undefined
  } catch {
    return undefined
  }
}

interface Accepted {
  readonly to: string
  readonly templateId: string
  readonly text: string
  readonly values: Readonly<Record<string, string>>
  readonly outId: string | null
}

function accept(gateway: SmsGateway, { to, templateId, text, values, outId }: Accepted): Answer {
  const heading = gateway.templates.signName
  const bizId = `${digits(15)}^0`
  takeIn(
    gateway,
    {
      vendor: 'aliyun',
      to,
      heading,
      text: `【${heading}】${text}`,
      templateId,
      values: { ...values },
      receipt: bizId,
      ...(outId !== null && { callerMark: outId }),
    },
    (success, now) => ({
      phone_number: to,
      send_time: receiptTime(now),
      report_time: receiptTime(new Date(now.getTime() + 1_000)),
      success,
      err_code: success ? 'DELIVERED' : 'MOBILE_NOT_ON_SERVICE',
      err_msg: success ? '用户接收成功' : '手机停机或不在服务区',
      sms_size: String(smsSize(text)),
      biz_id: bizId,
      out_id: outId ?? '',
    }),
  )
  return { Code: 'OK', Message: 'OK', BizId: bizId }
}
