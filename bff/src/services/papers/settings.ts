import { type StorageLimits, USUAL_STORAGE } from './ports'

export interface PaperSettings {
  readonly limits: StorageLimits
  /** Absent: nobody is asked, a person confirms. */
  readonly verification: { readonly url: string; readonly key: string } | undefined
}

const MB = 1024 * 1024

/** `UPLOAD_MAX_MB`, `UPLOAD_MAX_OPEN`, `COMPANY_STORAGE_MB`, `INVOICE_VERIFICATION_URL`, `INVOICE_VERIFICATION_KEY`. */
export function readPaperSettings(read: (name: string) => string | undefined, problems: string[]): PaperSettings {
  const whole = (name: string, fallback: number): number => {
    const text = read(name)
    if (text === undefined) return fallback
    if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
    problems.push(`${name} 要是 1 以上的整数，现在是“${text}”`)
    return fallback
  }
  const limits = {
    fileBytes: whole('UPLOAD_MAX_MB', USUAL_STORAGE.fileBytes / MB) * MB,
    openUploads: whole('UPLOAD_MAX_OPEN', USUAL_STORAGE.openUploads),
    companyBytes: whole('COMPANY_STORAGE_MB', USUAL_STORAGE.companyBytes / MB) * MB,
  }
  const [url, key] = [read('INVOICE_VERIFICATION_URL'), read('INVOICE_VERIFICATION_KEY')]
  if ((url === undefined) !== (key === undefined)) {
    problems.push('INVOICE_VERIFICATION_URL 和 INVOICE_VERIFICATION_KEY 要么都写，要么都不写')
  }
  if (url !== undefined && !URL.canParse(url)) problems.push('INVOICE_VERIFICATION_URL 要是一个网址')
  const verification = url !== undefined && key !== undefined ? { url: url.replace(/\/$/, ''), key } : undefined
  return { limits, verification }
}
