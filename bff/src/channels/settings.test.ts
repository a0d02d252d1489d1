import { wechatTemplates } from '@suanhui/shared/notifications'
import { describe, expect, it } from 'vitest'
import { readSmsSettings } from './sms/settings'
import { readWechatMessageSettings } from './wechat-settings'

const reading = (variables: Readonly<Record<string, string>>) => (name: string) => variables[name]

const ALIYUN = {
  SMS_VENDOR: 'aliyun',
  ALIYUN_SMS_ACCESS_KEY_ID: 'id',
  ALIYUN_SMS_ACCESS_KEY_SECRET: 'very-secret',
  ALIYUN_SMS_SIGN_NAME: '算惠通',
  ALIYUN_SMS_TEMPLATES: '{"login_code":"SMS_1"}',
}

describe('settings of text messages', () => {
  it('need nothing: then everything goes to the log', () => {
    const problems: string[] = []
    expect(readSmsSettings(reading({}), problems)).toMatchObject({ first: 'log', second: undefined, aliyun: undefined })
    expect(problems).toEqual([])
  })

  it('take a vendor with its account', () => {
    const problems: string[] = []
    const settings = readSmsSettings(reading({ ...ALIYUN, SMS_VENDOR_SECOND: 'aliyun' }), problems)
    expect(problems).toEqual([])
    expect(settings).toMatchObject({
      first: 'aliyun',
      second: undefined,
      aliyun: { url: 'https://dysmsapi.aliyuncs.com', templates: { login_code: 'SMS_1' } },
    })
  })

  it.each([
    [{ SMS_VENDOR: 'pigeon' }, /SMS_VENDOR 只能是/],
    [{ SMS_VENDOR: 'tencent' }, /TENCENT_SMS_SECRET_ID 没有写/],
    [{ ...ALIYUN, ALIYUN_SMS_TEMPLATES: '{' }, /ALIYUN_SMS_TEMPLATES 要写成/],
    [{ ...ALIYUN, ALIYUN_SMS_TEMPLATES: '{"hello":"1"}' }, /没有“hello”这种短信/],
    [{ ...ALIYUN, ALIYUN_SMS_URL: 'ftp://x' }, /ALIYUN_SMS_URL/],
    [{ SMS_RECEIPTS_PATH: 'short' }, /SMS_RECEIPTS_PATH/],
  ])('name what is wrong, and no secret: %j', (variables, words) => {
    const problems: string[] = []
    readSmsSettings(reading(variables), problems)
    expect(problems.join('\n')).toMatch(words)
    expect(problems.join('\n')).not.toContain('very-secret')
  })
})

describe('settings of WeChat messages', () => {
  it('take an id alone where the fields are numbered in their order', () => {
    const problems: string[] = []
    const { templates } = readWechatMessageSettings(reading({ WECHAT_TEMPLATES: '{"to_do.1":"T"}' }), problems)
    expect(problems).toEqual([])
    expect(templates).toEqual({ 'to_do.1': { id: 'T', keys: { what: 'thing1', due: 'date2', hint: 'thing3' } } })
    expect(Object.keys(wechatTemplates)).toContain('to_do.1')
  })

  it.each([
    ['{"x":"T"}', /没有“x”这个模板/],
    ['{"to_do.1":{"id":"T","keys":{"what":"thing1","due":"thing2","hint":"thing3"}}}', /due 要写成 date/],
    ['[]', /WECHAT_TEMPLATES 要写成/],
  ])('name what is wrong: %s', (text, words) => {
    const problems: string[] = []
    readWechatMessageSettings(reading({ WECHAT_TEMPLATES: text }), problems)
    expect(problems.join('\n')).toMatch(words)
  })

  it('take the key of the console', () => {
    const problems: string[] = []
    const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
    const read = reading({ WECHAT_TOKEN: 't', WECHAT_ENCODING_AES_KEY: key })
    expect(readWechatMessageSettings(read, problems).callback?.aesKey).toHaveLength(32)
    readWechatMessageSettings(reading({ WECHAT_ENCODING_AES_KEY: 'short' }), problems)
    expect(problems).toEqual(['WECHAT_ENCODING_AES_KEY 要是微信后台给的43个字'])
  })
})
