import { isWechatTemplateName, type WechatTemplateName, wechatTemplates } from '@suanhui/shared/notifications'
import { z } from 'zod'

/** The operator's template at WeChat, and the key of each of our fields there: `{"subject": "thing1"}`. */
export interface WechatTemplateId {
  readonly id: string
  readonly keys: Readonly<Record<string, string>>
}
export type WechatTemplateIds = Readonly<Partial<Record<WechatTemplateName, WechatTemplateId>>>

/** By what pushed messages are known to be WeChat's. */
export interface WechatCallback {
  readonly token: string
  /** 32 bytes; absent, only plain messages are taken. */
  readonly aesKey: Uint8Array | undefined
}

export interface WechatMessageSettings {
  readonly templates: WechatTemplateIds
  readonly callback: WechatCallback | undefined
}

const WithKeys = z.strictObject({ id: z.string().min(1), keys: z.record(z.string(), z.string()) })
const Given = z.record(z.string(), z.union([z.string().min(1), WithKeys]))

const HELP =
  'WECHAT_TEMPLATES 要写成 {"progress.1":"模板编号"} 这样的 JSON；' +
  '微信后台的字段不是从1顺着编号的，写成 {"progress.1":{"id":"模板编号","keys":{"subject":"thing1","state":"phrase2"}}}'

/** As WeChat numbers the fields of a template in their order: `thing1`, `phrase2`. */
const usualKeys = (name: WechatTemplateName): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(wechatTemplates[name].fields).map(([field, type], index) => [field, `${type}${index + 1}`]),
  )

function templateOf(name: string, given: z.output<typeof Given>[string], problems: string[]): WechatTemplateIds {
  if (!isWechatTemplateName(name)) {
    problems.push(`WECHAT_TEMPLATES 里没有“${name}”这个模板，只有 ${Object.keys(wechatTemplates).join('、')}`)
    return {}
  }
  const template = typeof given === 'string' ? { id: given, keys: usualKeys(name) } : given
  for (const [field, type] of Object.entries(wechatTemplates[name].fields)) {
    if (new RegExp(`^${type}\\d{1,2}$`).test(template.keys[field] ?? '')) continue
    problems.push(`WECHAT_TEMPLATES 里 ${name} 的 ${field} 要写成 ${type} 加一个数字，和微信后台的一样`)
  }
  return { [name]: template }
}

function templatesOf(text: string, problems: string[]): WechatTemplateIds {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  const given = Given.safeParse(json)
  if (!given.success) {
    problems.push(HELP)
    return {}
  }
  const templates = Object.entries(given.data).map(([name, one]) => templateOf(name, one, problems))
  return Object.assign({}, ...templates)
}

/** Reads `WECHAT_TEMPLATES`, `WECHAT_TOKEN` and `WECHAT_ENCODING_AES_KEY`; what is wrong is added to `problems`. */
export function readWechatMessageSettings(
  read: (name: string) => string | undefined,
  problems: string[],
): WechatMessageSettings {
  const [text, token, encodingAesKey] = ['WECHAT_TEMPLATES', 'WECHAT_TOKEN', 'WECHAT_ENCODING_AES_KEY'].map(read)
  if (encodingAesKey !== undefined && !/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) {
    problems.push('WECHAT_ENCODING_AES_KEY 要是微信后台给的43个字')
  }
  const aesKey = encodingAesKey === undefined ? undefined : new Uint8Array(Buffer.from(`${encodingAesKey}=`, 'base64'))
  return {
    templates: text === undefined ? {} : templatesOf(text, problems),
    callback: token === undefined ? undefined : { token, aesKey },
  }
}
