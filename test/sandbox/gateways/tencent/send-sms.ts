import { z } from 'zod'
import { fillIn, namesIn } from '../../messages'
import { digits, isMobile, receiptTime, type SmsGateway, sentWithin, takeIn, WITHIN } from '../sms'

const Request = z.object({
  PhoneNumberSet: z.array(z.string()).min(1).max(200),
  SmsSdkAppId: z.string(),
  SignName: z.string(),
  TemplateId: z.string(),
  TemplateParamSet: z.array(z.string()).default([]),
  SessionContext: z.string().max(512).default(''),
})
type Request = z.infer<typeof Request>

interface Refused {
  readonly Error: { readonly Code: string; readonly Message: string }
}
interface SendStatus {
  readonly SerialNo: string
  readonly PhoneNumber: string
  readonly Fee: number
  readonly SessionContext: string
  readonly Code: string
  readonly Message: string
  readonly IsoCode: string
}

const refuse = (Code: string, Message: string): Refused => ({ Error: { Code, Message } })

/** SendSms of 2021-01-11. What is wrong with one number stands in that number's own line. */
export function sendSms(
  gateway: SmsGateway,
  body: unknown,
): Refused | { readonly SendStatusSet: readonly SendStatus[] } {
  const request = Request.safeParse(body)
  if (!request.success) return refuse('InvalidParameter', '参数错误。')
  if (request.data.SmsSdkAppId !== gateway.secrets.tencent.sdkAppId) {
    return refuse('UnauthorizedOperation.SmsSdkAppIdVerifyFail', 'SmsSdkAppId 校验失败。')
  }
  if (gateway.faults.happens('vendorFailureShare')) return refuse('InternalError.Timeout', '请求下发短信超时。')
  return { SendStatusSet: request.data.PhoneNumberSet.map((number) => sendOne(gateway, request.data, number)) }
}

function problemOf(
  gateway: SmsGateway,
  request: Request,
  to: string,
): readonly [code: string, message: string] | undefined {
  const template = gateway.templates.tencent[request.TemplateId]
  const text = template && fillIn(template.text, valuesOf(request))
  if (!isMobile(to)) return ['InvalidParameterValue.IncorrectPhoneNumber', 'incorrect phone number']
  if (request.SignName !== gateway.templates.signName) {
    return ['FailedOperation.SignatureIncorrectOrUnapproved', 'signature is incorrect or unapproved']
  }
  if (template === undefined || text === undefined) {
    return ['FailedOperation.TemplateIncorrectOrUnapproved', 'template is incorrect or unapproved']
  }
  if (namesIn(template.text).length !== request.TemplateParamSet.length) {
    return ['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', 'template params do not match the template']
  }
  if (template.kind === 'code' && !/^\d{1,6}$/.test(request.TemplateParamSet[0] ?? '')) {
    return ['InvalidParameterValue.TemplateParameterFormatError', 'verification code must be digits, at most 6']
  }
  if (request.TemplateParamSet.some((value) => value === '' || /https?:|\p{Cc}/u.test(value))) {
    return [
      'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
      'url or control character in template parameter',
    ]
  }
  if (text.length > 500) return ['InvalidParameterValue.ContentLengthLimit', 'content is too long']
  return overLimit(gateway, to, `【${gateway.templates.signName}】${text}`)
}

function overLimit(
  gateway: SmsGateway,
  to: string,
  text: string,
): readonly [code: string, message: string] | undefined {
  const sent = (ms: number, same: boolean): number =>
    sentWithin(
      gateway,
      ms,
      (message) => message.vendor === 'tencent' && message.to === to && (!same || message.text === text),
    ).length
  if (sent(WITHIN.halfMinute, true) >= 1) {
    return ['LimitExceeded.PhoneNumberThirtySecondLimit', 'the same content to a number within 30 seconds']
  }
  return sent(WITHIN.day, false) >= 100
    ? ['LimitExceeded.PhoneNumberDailyLimit', 'too many a day for a number']
    : undefined
}

const valuesOf = ({ TemplateParamSet }: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(TemplateParamSet.map((value, index) => [String(index + 1), value]))

function sendOne(gateway: SmsGateway, request: Request, number: string): SendStatus {
  const to = number.replace(/^\+?(0086|86)(?=1\d{10}$)/, '')
  const problem = problemOf(gateway, request, to)
  const line = { PhoneNumber: `+86${to}`, SessionContext: request.SessionContext, IsoCode: 'CN' }
  if (problem !== undefined) return { ...line, SerialNo: '', Fee: 0, Code: problem[0], Message: problem[1] }

  const sid = `2640:${digits(19)}`
  const heading = gateway.templates.signName
  const values = valuesOf(request)
  takeIn(
    gateway,
    {
      vendor: 'tencent',
      to,
      heading,
      text: `【${heading}】${fillIn(gateway.templates.tencent[request.TemplateId]?.text ?? '', values)}`,
      templateId: request.TemplateId,
      values: { ...values },
      receipt: sid,
      callerMark: request.SessionContext,
    },
    (delivered, now) => ({
      user_receive_time: receiptTime(now),
      nationcode: '86',
      mobile: to,
      report_status: delivered ? 'SUCCESS' : 'FAIL',
      errmsg: delivered ? 'DELIVRD' : 'UNDELIV',
      description: delivered ? '用户短信送达成功' : '手机停机或不在服务区',
      sid,
    }),
  )
  return { ...line, SerialNo: sid, Fee: 1, Code: 'Ok', Message: 'send success' }
}
