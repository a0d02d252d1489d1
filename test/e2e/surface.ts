import type { Locator, Page } from 'playwright-core'

/** The product as a person has it before them: the same journey is walked on each. */
export interface Surface {
  readonly target: 'h5' | 'weapp'
  readonly page: Page
  /** What the page itself shows, without bars that the platform draws. */
  main(): Locator
  /** Opens a page by its address, as a message or a shared card does. */
  goTo(address: string): Promise<void>
  /** Presses one of several answers; pressing one that stands already changes nothing. */
  tick(card: Locator, name: string | RegExp): Promise<void>
  /** Province, city and district. */
  chooseRegion(card: Locator, places: readonly string[]): Promise<void>
  /** @param label what the date is: 合同签订日期. */
  chooseDate(within: Locator, label: string, date: string): Promise<void>
}

export const h5Surface = (page: Page, url: string): Surface => ({
  target: 'h5',
  page,
  main: () => page.getByRole('main'),
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
})

export const weappSurface = (page: Page, url: string): Surface => ({
  target: 'weapp',
  page,
  main: () => page.locator('.wx-webview:not([hidden])'),
  async goTo(address) {
    // Only a fresh start reads the address: the mini-program itself has none.
    await page.goto('about:blank')
    await page.goto(`${url}/#${address}`)
  },
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
