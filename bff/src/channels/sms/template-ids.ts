import { isSmsTemplateName, namesIn, type SmsTemplateName, smsTemplates } from '@suanhui/shared/notifications'

/** The vendor's number of each of our texts. */
export type SmsTemplateIds = Readonly<Partial<Record<SmsTemplateName, string>>>

export interface VendorText {
  readonly id: string
  /** Only what the text asks for, in its order. */
  readonly values: readonly (readonly [name: string, value: string])[]
}

/** A message in a vendor's terms; undefined where the vendor has no such text of ours. */
export function vendorText(
  ids: SmsTemplateIds,
  { template, values }: { readonly template: string; readonly values: Readonly<Record<string, string>> },
): VendorText | undefined {
  const id = isSmsTemplateName(template) ? ids[template] : undefined
  if (id === undefined || !isSmsTemplateName(template)) return undefined
  const names = [...new Set(namesIn(smsTemplates[template].text))]
  return { id, values: names.map((name) => [name, values[name] ?? ''] as const) }
}
