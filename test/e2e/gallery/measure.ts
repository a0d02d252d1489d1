import type { Page } from 'playwright-core'

/** What is pressed or written in and is smaller than a finger needs, in px, with its size. */
export const smallTargets = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate(
    (size) =>
      [...document.querySelectorAll<HTMLElement>('button, a, input, select, textarea')].flatMap((element) => {
        // The label around a tick is pressed as well as the tick.
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
        const name = element.getAttribute('aria-label') ?? element.textContent
        // Browsers lay boxes out in fractions of a pixel.
        return width + 0.5 >= size && height + 0.5 >= size
          ? []
          : [`${element.tagName} ${name}: ${Math.round(width)}×${Math.round(height)}`]
      }),
    least,
  )

/** Texts that are set smaller than so many px. */
export const smallTexts = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate((size) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode
      if (!parentElement?.checkVisibility() || !textContent?.trim()) continue
      const set = Number.parseFloat(getComputedStyle(parentElement).fontSize)
      if (set < size) found.push(`${textContent}: ${set}`)
    }
    return found
  }, least)

/** What reaches over the side of the screen. */
export const overhanging = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#app *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 30)}`),
  )
