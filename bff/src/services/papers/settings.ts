import type { ClamdAddress } from '../../uploads/clamd'
import { type StorageLimits, USUAL_STORAGE } from './ports'

export interface PaperSettings {
  readonly limits: StorageLimits
  /** Absent: nobody looks for viruses. */
  readonly scanner: ClamdAddress | undefined
  /** Absent: nobody is asked, a person confirms. */
  readonly verification: { readonly url: string; readonly key: string } | undefined
}

const MB = 1024 * 1024

/** `clamd://127.0.0.1:3310` */
function scannerAt(text: string | undefined, problems: string[]): ClamdAddress | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'clamd:' && url.hostname !== '' && /^\/?$/.test(url.pathname)) {
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) }
  }
  problems.push('VIRUS_SCAN 要写成 clamd://主机名:端口，比如 clamd://127.0.0.1:3310')
  return undefined
}

/** `UPLOAD_MAX_MB`, `UPLOAD_MAX_OPEN`, `COMPANY_STORAGE_MB`, `INVOICE_VERIFICATION_URL`, `INVOICE_VERIFICATION_KEY`, `VIRUS_SCAN`. */
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
  return { limits, verification, scanner: scannerAt(read('VIRUS_SCAN'), problems) }
}
