import { describe, expect, it } from 'vitest'
import { canonicalRequest } from './gateways/aliyun/signature'
import type { Sandbox } from './sandbox'
import { listener, testSandbox } from './test-sandbox'
import { aliyunSend, json, tencentSend } from './vendor-clients'

const PHONE = '13800000001'
const code = (values = '{"code":"246810"}', to = PHONE) => ({
  PhoneNumbers: to,
  SignName: '测试签名',
  TemplateCode: 'SMS_1',
  TemplateParam: values,
  OutId: 'mark-1',
})
const notice = (company = '长沙测试有限公司') => ({
  ...code(JSON.stringify({ company, state: '已推荐' })),
  TemplateCode: 'SMS_2',
})
const onPhone = async ({ url }: Sandbox, to = PHONE) =>
  (await json(`${url}/phone/api/messages?to=${to}`)).messages as readonly { readonly text: string }[]

describe('Aliyun SMS', () => {
  it('takes what is signed rightly, shows it on the phone, and sends the receipt', async () => {
    const sandbox = await testSandbox()
    const product = await listener((_, index) => ({ body: index === 0 ? 'oops' : '{"code":0,"msg":"成功"}' }))
    sandbox.serve(product.url)
    const { Code, BizId } = await aliyunSend(sandbox, code())
    expect([Code, BizId]).toEqual(['OK', expect.any(String)])
    expect(await onPhone(sandbox)).toMatchObject([
      { text: '【测试签名】您的验证码是246810。', values: { code: '246810' } },
    ])
    // Not taken the first time, so it comes again.
    const [, receipt] = await product.count(2)
    expect(JSON.parse(receipt?.body ?? '')).toMatchObject([
      { phone_number: PHONE, success: true, err_code: 'DELIVERED', biz_id: BizId, out_id: 'mark-1', sms_size: '1' },
    ])
  })

  it.each([
    ['another secret', { secret: 'wrong' }, 'SignatureDoesNotMatch'],
    ['a quarter of an hour old', { date: new Date(Date.now() - 901_000) }, 'InvalidTimeStamp.Expired'],
  ])('refuses: %s', async (_, call, refused) => {
    const sandbox = await testSandbox()
    expect((await aliyunSend(sandbox, code(), call)).Code).toBe(refused)
    expect(await onPhone(sandbox)).toEqual([])
  })

  it('a nonce counts once', async () => {
    const sandbox = await testSandbox()
    await aliyunSend(sandbox, code(), { nonce: 'same' })
    expect((await aliyunSend(sandbox, notice(), { nonce: 'same' })).Code).toBe('SignatureNonceUsed')
  })

  it.each([
    ['a signature nobody approved', { ...code(), SignName: '别的' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
    ['an unknown template', { ...code(), TemplateCode: 'SMS_9' }, 'isv.SMS_TEMPLATE_ILLEGAL'],
    ['no number', { ...code(), PhoneNumbers: '12345' }, 'isv.MOBILE_NUMBER_ILLEGAL'],
    ['a variable missing', { ...code(), TemplateParam: '{}' }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
    ['a code that is none', code('{"code":"你好"}'), 'isv.TEMPLATE_PARAMS_ILLEGAL'],
    ['a long value', notice('长'.repeat(36)), 'isv.PARAM_LENGTH_LIMIT'],
    ['a link', notice('见 http://a.cn'), 'isv.BLACK_KEY_CONTROL_LIMIT'],
  ])('refuses: %s', async (_, parameters, refused) => {
    expect((await aliyunSend(await testSandbox(), parameters)).Code).toBe(refused)
  })

  it('a code a minute, five an hour, ten a day', async () => {
    let now = Date.parse('2026-11-21T00:00:00Z')
    const sandbox = await testSandbox({ clock: () => new Date(now) })
    const send = async (afterMs: number) => {
      now += afterMs
      return (await aliyunSend(sandbox, code(), { date: new Date(now) })).Message
    }
    expect(await send(0)).toBe('OK')
    expect(await send(59_000)).toBe('触发分钟级流控')
    for (let index = 0; index < 4; index++) expect(await send(61_000)).toBe('OK')
    expect(await send(61_000)).toBe('触发小时级流控')
    for (let index = 0; index < 5; index++) expect(await send(3_600_000)).toBe('OK')
    expect(await send(3_600_000)).toBe('触发天级流控')
  })

  it('fails as often as told', async () => {
    const sandbox = await testSandbox()
    sandbox.world.faults.change({ vendorFailureShare: 1 })
    expect((await aliyunSend(sandbox, code())).Code).toBe('isp.SYSTEM_ERROR')
    expect(await onPhone(sandbox)).toEqual([])
  })

  it('an SMS that did not arrive says so in its receipt', async () => {
    const sandbox = await testSandbox()
    const product = await listener(() => ({ body: '{"code":0}' }))
    sandbox.serve(product.url)
    sandbox.world.faults.change({ undeliveredShare: 1, receiptRepeatShare: 1 })
    await aliyunSend(sandbox, code())
    const receipts = await product.count(2)
    for (const { body } of receipts) expect(JSON.parse(body)).toMatchObject([{ success: false }])
  })

  it('the canonical request as the documentation prints it', () => {
    const headers = {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-version': '2014-05-26',
    }
    const query = new URLSearchParams({
      ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
      RegionId: 'cn-shanghai',
    })
    const text = canonicalRequest({ method: 'POST', path: '/', query, headers, body: '' }, Object.keys(headers))
    expect(text.split('\n').slice(0, 4)).toEqual([
      'POST',
      '/',
      'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
      'host:ecs.cn-shanghai.aliyuncs.com',
    ])
  })
})

const tencent = (values: readonly string[], template = '1', to = `+86${PHONE}`) => ({
  PhoneNumberSet: [to],
  SignName: '测试签名',
  TemplateId: template,
  TemplateParamSet: values,
  SessionContext: 'mark-2',
})

describe('Tencent SMS', () => {
  it('takes what is signed rightly, shows it on the phone, and sends the receipt', async () => {
    const sandbox = await testSandbox()
    const product = await listener(() => ({ body: '{"result":0,"errmsg":"OK"}' }))
    sandbox.serve(product.url)
    const { SendStatusSet } = await tencentSend(sandbox, tencent(['长沙测试有限公司', '已推荐'], '2'))
    expect(SendStatusSet).toMatchObject([{ Code: 'Ok', SessionContext: 'mark-2', PhoneNumber: `+86${PHONE}` }])
    expect(await onPhone(sandbox)).toMatchObject([{ text: '【测试签名】长沙测试有限公司的申报有新进展：已推荐。' }])
    const [receipt] = await product.count(1)
    expect(JSON.parse(receipt?.body ?? '')).toMatchObject([
      { mobile: PHONE, nationcode: '86', report_status: 'SUCCESS' },
    ])
  })

  it.each([
    ['another secret', { secret: 'wrong' }, 'AuthFailure.SignatureFailure'],
    ['six minutes old', { date: new Date(Date.now() - 360_000) }, 'AuthFailure.SignatureExpire'],
  ])('refuses: %s', async (_, call, Code) => {
    expect((await tencentSend(await testSandbox(), tencent(['123456']), call)).Error).toMatchObject({ Code })
  })

  it.each([
    ['an unknown template', tencent(['1'], '9'), 'FailedOperation.TemplateIncorrectOrUnapproved'],
    ['one value too many', tencent(['1', '2']), 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate'],
    ['no number', tencent(['123456'], '1', '+8612345'), 'InvalidParameterValue.IncorrectPhoneNumber'],
    ['a code that is none', tencent(['你好']), 'InvalidParameterValue.TemplateParameterFormatError'],
  ])('refuses: %s', async (_, request, Code) => {
    expect((await tencentSend(await testSandbox(), request)).SendStatusSet).toMatchObject([{ Code }])
  })

  it('the same words to a number only after half a minute', async () => {
    const sandbox = await testSandbox()
    await tencentSend(sandbox, tencent(['123456']))
    const again = await tencentSend(sandbox, tencent(['123456']))
    expect(again.SendStatusSet).toMatchObject([{ Code: 'LimitExceeded.PhoneNumberThirtySecondLimit' }])
  })
})
