/** How the company registry is reached. */
export interface RegistrySettings {
  /** Without the last slash. */
  readonly url: string
  readonly key: string
}

const isHttp = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/**
 * Reads `COMPANY_REGISTRY_URL` and `COMPANY_REGISTRY_KEY`. What is wrong is added to `problems`; the key is never
 * repeated.
 * @returns undefined where neither is given.
 */
export function readRegistrySettings(
  read: (name: string) => string | undefined,
  problems: string[],
): RegistrySettings | undefined {
  const [url, key] = [read('COMPANY_REGISTRY_URL'), read('COMPANY_REGISTRY_KEY')]
  if ((url === undefined) !== (key === undefined)) {
    problems.push('COMPANY_REGISTRY_URL 和 COMPANY_REGISTRY_KEY 要么都写，要么都不写')
  }
  if (url !== undefined && !isHttp(url)) problems.push('COMPANY_REGISTRY_URL 要是一个网址')
  return url !== undefined && key !== undefined ? { url: url.replace(/\/$/, ''), key } : undefined
}
