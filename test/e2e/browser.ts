import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const artefacts = resolve(import.meta.dirname, '../artefacts')

/** A phone of ordinary size. */
export const PHONE = { width: 390, height: 844 } as const
/** A small, old one. */
export const SMALL_PHONE = { width: 320, height: 568 } as const

/** `CHROMIUM_PATH`, else the system's, else the one that comes as a package. */
async function executable(): Promise<string> {
  const own = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (existsSync(own)) return own
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

/** The package's own arguments are left out: they switch off what a page is tested for, such as CSP, and end with a context. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
]

export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await executable(), args: ARGUMENTS })

/** A fresh phone: nothing stored, Chinese, and every error of the page kept for {@link errorsOf}. */
export async function newPhone(
  browser: Browser,
  options: { dark?: boolean; small?: boolean } = {},
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: options.small ? SMALL_PHONE : PHONE,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.dark ? 'dark' : 'light',
    hasTouch: true,
  })
}

/** Collects what the page complains of: a journey ends with none. */
export function errorsOf(page: Page): readonly string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

/** Keeps a picture of the whole page, to be looked at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(artefacts, { recursive: true })
  await page.screenshot({ path: join(artefacts, `${name}.png`), fullPage: true })
}
