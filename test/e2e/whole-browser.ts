import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './browser'
import { startWhole, type Whole } from './whole'

/** The product with all the systems around it, and a browser, for the tests of one file. */
export function wholeAndBrowser() {
  let whole: Whole
  let browser: Browser
  beforeAll(async () => {
    ;[whole, browser] = await Promise.all([startWhole(), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await whole?.stop()
  })
  return { whole: () => whole, browser: () => browser, url: () => whole.servers[0]?.url ?? '' }
}
