import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
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
  return packagedBrowser()
}

/**
 * The package unpacks itself to a fixed name and takes whatever lies there, also what an interrupted run left half
 * written. So it unpacks into a folder of its own, which gets its name when it is whole.
 */
async function packagedBrowser(): Promise<string> {
  const whole = join(tmpdir(), `suanhui-chromium-${process.getuid?.() ?? 0}`)
  if (existsSync(whole)) return join(whole, 'chromium')
  const { default: packaged } = await import('@sparticuz/chromium')
  const usual = process.env.TMPDIR
  const making = await mkdtemp(`${whole}-`)
  process.env.TMPDIR = making
  try {
    await packaged.executablePath()
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
  // Another run may have been faster; then its folder is there already and this one is not needed.
  await rename(making, whole).catch(() => rm(making, { recursive: true, force: true }))
  return join(whole, 'chromium')
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
  chromium.launch({
    executablePath: await executable(),
    args: ARGUMENTS,
    // Without a locale of UTF-8 it saves files with Chinese names as “download”.
    env: { ...process.env, LANG: 'C.UTF-8' },
  })

const font = (weight: 400 | 700): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
  )

/** Machines without Chinese fonts would draw boxes: the browser gets one under a name that the page asks for. */
async function giveFont(context: BrowserContext): Promise<void> {
  for (const weight of [400, 700] as const) {
    await context.route(`**/test-font-${weight}.woff2`, (route) =>
      route.fulfill({ path: font(weight), contentType: 'font/woff2' }),
    )
  }
  await context.addInitScript(() => {
    for (const weight of ['400', '700']) {
      document.fonts.add(new FontFace('PingFang SC', `url(/test-font-${weight}.woff2)`, { weight }))
    }
  })
}

/** A fresh phone: nothing stored, Chinese. */
export async function newPhone(
  browser: Browser,
  options: { dark?: boolean; small?: boolean; scale?: number } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: options.small ? SMALL_PHONE : PHONE,
    deviceScaleFactor: options.scale ?? 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.dark ? 'dark' : 'light',
    hasTouch: true,
  })
  await giveFont(context)
  return context
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
