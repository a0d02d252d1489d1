import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Weapp, World } from '../weapp/runtime/record'

/** A file as whoever hands it over has it. */
export interface HandedFile {
  readonly name: string
  readonly mimeType: string
  readonly bytes: Uint8Array
}

/** A file as it was opened: a download of the browser, a document that WeChat shows. */
export interface OpenedFile {
  /** Without the dot. */
  readonly ending: string
  readonly bytes: Buffer
}

/** The product as a person has it before them: the same journey is walked on each. */
export interface Surface {
  readonly target: 'h5' | 'weapp'
  readonly page: Page
  /** What the page itself shows, without bars that the platform draws. */
  main(): Locator
  /** The parts of which the page consists. */
  cards(): Locator
  /** Opens a page by its address, as a message or a shared card does. */
  goTo(address: string): Promise<void>
  /** Presses one of several answers; pressing one that stands already changes nothing. */
  tick(card: Locator, name: string | RegExp): Promise<void>
  /** Province, city and district. */
  chooseRegion(card: Locator, places: readonly string[]): Promise<void>
  /** @param label what the date is: 合同签订日期. */
  chooseDate(within: Locator, label: string, date: string): Promise<void>
  /** The address of the page that stands, as {@link goTo} takes it. */
  here(): Promise<string>
  /** Back to the page before. */
  back(): Promise<void>
  /** Ends the app and opens it again on the same page. */
  reopen(): Promise<void>
  /** Presses what asks for photos or files, and hands these over. */
  hand(button: Locator, files: readonly HandedFile[]): Promise<void>
  /** Presses what opens a file of the server. */
  openFile(button: Locator): Promise<OpenedFile>
  /** What the phone keeps under a name; undefined where there is nothing. */
  kept(name: string): Promise<unknown>
  /** The names of all that the phone keeps. */
  keptNames(): Promise<readonly string[]>
}

/** Names in a browser's storage, and what stands there, without what each target puts around it. */
const storage = (page: Page, prefix: string) => ({
  read: (name: string): Promise<string | null> => page.evaluate((key) => localStorage.getItem(key), prefix + name),
  names: async (): Promise<readonly string[]> =>
    (await page.evaluate(() => Object.keys(localStorage)))
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length)),
})

export const h5Surface = (page: Page, url: string): Surface => ({
  target: 'h5',
  page,
  main: () => page.getByRole('main'),
  cards: () => page.getByRole('main').locator(':scope > *'),
  goTo: async (address) => {
    await page.goto(`${url}/#/${address}`)
  },
  tick: (card, name) =>
    card
      .getByLabel(name, { exact: typeof name === 'string' })
      .first()
      .check(),
  async chooseRegion(card, places) {
    for (const [level, place] of places.entries())
      await card.getByRole('combobox').nth(level).selectOption({ label: place })
  },
  chooseDate: (within, _label, date) => within.locator('input[type=date]').fill(date),
  here: async () => new URL(page.url()).hash.replace(/^#\//, ''),
  back: () => page.getByRole('button', { name: '返回' }).click(),
  reopen: async () => void (await page.reload()),
  async hand(button, files) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
    await chooser.setFiles(files.map(({ name, mimeType, bytes }) => ({ name, mimeType, buffer: Buffer.from(bytes) })))
  },
  async openFile(button) {
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    return { ending: extname(download.suggestedFilename()).slice(1), bytes: await readFile(await download.path()) }
  },
  async kept(name) {
    const text = await storage(page, '').read(name)
    return text === null ? undefined : JSON.parse(JSON.parse(text).data)
  },
  keptNames: () => storage(page, '').names(),
})

/** Changes the world around the mini-program, until its next start. */
export const changeWorld = (page: Page, changed: Partial<World>): Promise<void> =>
  page.evaluate((given) => {
    Object.assign((window as unknown as { weapp: Weapp }).weapp.world, given)
  }, changed)

/** Only a fresh start reads the address: the mini-program itself has none. */
async function start(page: Page, url: string, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${url}/#${address}`)
}

const addressOn = (page: Page): Promise<string> =>
  page.evaluate(() => (window as unknown as { weapp: Weapp }).weapp.here())

export const weappSurface = (page: Page, url: string): Surface => ({
  target: 'weapp',
  page,
  main: () => page.locator('.wx-webview:not([hidden])'),
  cards: () => page.locator('.wx-webview:not([hidden]) .frame-main > *'),
  goTo: (address) => start(page, url, address),
  here: () => addressOn(page),
  back: () => page.locator('#bar button').click(),
  reopen: async () => start(page, url, await addressOn(page)),
  async hand(button, files) {
    await page.evaluate(
      (handed) => {
        const { nextFiles } = (window as unknown as { weapp: Weapp }).weapp.world
        for (const { name, type, coded } of handed)
          nextFiles.push({ name, type, bytes: Array.from(atob(coded), (character) => character.charCodeAt(0)) })
      },
      files.map(({ name, mimeType, bytes }) => ({
        name,
        type: mimeType,
        coded: Buffer.from(bytes).toString('base64'),
      })),
    )
    await button.click()
  },
  async openFile(button) {
    const opened = () =>
      page.evaluate(() =>
        (window as unknown as { weapp: Weapp }).weapp.opened.map(({ ending, coded }) => [ending, coded] as const),
      )
    const before = (await opened()).length
    await button.click()
    await expect.poll(async () => (await opened()).length, { timeout: 15_000 }).toBe(before + 1)
    const [ending = '', coded = ''] = (await opened()).at(-1) ?? []
    return { ending, bytes: Buffer.from(coded, 'base64') }
  },
  async kept(name) {
    const text = await storage(page, 'weapp:').read(name)
    return text === null ? undefined : JSON.parse(JSON.parse(text))
  },
  keptNames: () => storage(page, 'weapp:').names(),
  async tick(card, name) {
    const choice = card
      .getByRole('radio', { name, exact: typeof name === 'string' })
      .or(card.getByRole('checkbox', { name, exact: typeof name === 'string' }))
      .first()
    if ((await choice.getAttribute('aria-checked')) !== 'true') await choice.click()
  },
  async chooseRegion(card, places) {
    await card
      .getByRole('button', { name: /请选择|，/ })
      .first()
      .click()
    const sheet = page.getByRole('listbox')
    for (const [level, place] of places.entries())
      await sheet.getByRole('combobox').nth(level).selectOption({ label: place })
    await sheet.getByRole('button', { name: '确定' }).click()
  },
  async chooseDate(within, label, date) {
    await within.getByRole('button', { name: `${label}，` }).click()
    const sheet = page.getByRole('listbox')
    await sheet.locator('input[type=date]').fill(date)
    await sheet.getByRole('button', { name: '确定' }).click()
  },
})
