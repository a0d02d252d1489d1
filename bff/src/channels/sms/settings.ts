import { isSmsTemplateName, smsTemplates } from '@suanhui/shared/notifications'
import { z } from 'zod'
import type { AliyunSettings } from './aliyun/aliyun'
import { isSmsVendorName, type SmsSettings, type SmsVendorName, smsVendors } from './index'
import type { SmsTemplateIds } from './template-ids'
import type { TencentSettings } from './tencent/tencent'

type Read = (name: string) => string | undefined

const Ids = z.record(z.string(), z.string().min(1))

function templatesOf(read: Read, name: string, problems: string[]): SmsTemplateIds {
  const text = read(name)
  if (text === undefined) {
    problems.push(`${name} 没有写：每种短信在这家的模板编号，例如 {"login_code":"SMS_1","progress.1":"SMS_2"}`)
    return {}
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  const ids = Ids.safeParse(json)
  const unknown = ids.success ? Object.keys(ids.data).filter((id) => !isSmsTemplateName(id)) : []
  if (!ids.success) problems.push(`${name} 要写成 {"login_code":"模板编号"} 这样的 JSON`)
  if (unknown.length > 0) {
    problems.push(`${name} 里没有“${unknown.join('、')}”这种短信，只有 ${Object.keys(smsTemplates).join('、')}`)
  }
  return ids.success ? ids.data : {}
}

/** All of them, or none and a problem for each that is missing. */
function needed<Name extends string>(read: Read, names: readonly Name[], problems: string[]): Record<Name, string> {
  const values = names.map((name) => [name, read(name)] as const)
  problems.push(...values.filter(([, value]) => value === undefined).map(([name]) => `${name} 没有写`))
  return Object.fromEntries(values.map(([name, value]) => [name, value ?? ''])) as Record<Name, string>
}

function urlOf(read: Read, name: string, fallback: string, problems: string[]): string {
  const url = read(name) ?? fallback
  if (!/^https?:\/\/[^?#]+$/.test(url)) problems.push(`${name} 要是 http:// 或 https:// 开头的地址`)
  return /^https?:\/\/[^?#]+$/.test(url) ? url : fallback
}

function aliyunSettings(read: Read, problems: string[]): AliyunSettings {
  const names = ['ALIYUN_SMS_ACCESS_KEY_ID', 'ALIYUN_SMS_ACCESS_KEY_SECRET', 'ALIYUN_SMS_SIGN_NAME'] as const
  const given = needed(read, names, problems)
  return {
    url: urlOf(read, 'ALIYUN_SMS_URL', 'https://dysmsapi.aliyuncs.com', problems),
    accessKeyId: given.ALIYUN_SMS_ACCESS_KEY_ID,
    accessKeySecret: given.ALIYUN_SMS_ACCESS_KEY_SECRET,
    signName: given.ALIYUN_SMS_SIGN_NAME,
    templates: templatesOf(read, 'ALIYUN_SMS_TEMPLATES', problems),
  }
}

function tencentSettings(read: Read, problems: string[]): TencentSettings {
  const names = [
    'TENCENT_SMS_SECRET_ID',
    'TENCENT_SMS_SECRET_KEY',
    'TENCENT_SMS_SDK_APP_ID',
    'TENCENT_SMS_SIGN_NAME',
  ] as const
  const given = needed(read, names, problems)
  return {
    url: urlOf(read, 'TENCENT_SMS_URL', 'https://sms.tencentcloudapi.com', problems),
    secretId: given.TENCENT_SMS_SECRET_ID,
    secretKey: given.TENCENT_SMS_SECRET_KEY,
    sdkAppId: given.TENCENT_SMS_SDK_APP_ID,
    signName: given.TENCENT_SMS_SIGN_NAME,
    templates: templatesOf(read, 'TENCENT_SMS_TEMPLATES', problems),
  }
}

function vendorOf(read: Read, name: string, problems: string[]): SmsVendorName | undefined {
  const text = read(name)
  if (text === undefined || isSmsVendorName(text)) return text
  problems.push(`${name} 只能是 ${Object.keys(smsVendors).join('、')}，现在是“${text}”`)
  return undefined
}

/**
 * Reads `SMS_VENDOR`, `SMS_VENDOR_SECOND`, `SMS_RECEIPTS_PATH` and the account of each vendor named there. Without a
 * vendor nothing is sent but to the log. What is wrong is added to `problems`; secrets are never repeated.
 */
export function readSmsSettings(read: Read, problems: string[]): Omit<SmsSettings, 'showing'> {
  const first = vendorOf(read, 'SMS_VENDOR', problems) ?? 'log'
  const second = vendorOf(read, 'SMS_VENDOR_SECOND', problems)
  const receiptsPath = read('SMS_RECEIPTS_PATH')
  if (receiptsPath !== undefined && !/^[A-Za-z0-9_-]{16,128}$/.test(receiptsPath)) {
    problems.push('SMS_RECEIPTS_PATH 要是16到128个字母、数字、- 或 _，别人猜不到的')
  }
  const uses = (name: SmsVendorName): boolean => first === name || second === name
  return {
    first,
    second: second === first ? undefined : second,
    aliyun: uses('aliyun') ? aliyunSettings(read, problems) : undefined,
    tencent: uses('tencent') ? tencentSettings(read, problems) : undefined,
    receiptsPath,
  }
}
