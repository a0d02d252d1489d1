import type { Page } from 'playwright-core'

/** Frames one after the other in which nothing happened. */
const QUIET_FRAMES = 3
const LONGEST_MS = 15_000

/**
 * Waits until a page is drawn: nothing is asked of the server, all pictures and fonts are there, nothing moves, and
 * several frames long nothing changed. An animation without end is not waited for.
 */
export async function settled(page: Page): Promise<void> {
  // Run by tsx, as the bench is, a function calls a helper that gives it its name; a page has none.
  await page.evaluate('window.__name ??= (it) => it')
  const left = await page.evaluate(
    async ({ frames, longestMs }) => {
      // The clock of the page may stand still: this one does not.
      const until = performance.now() + longestMs
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      const moves = (one: Animation) =>
        one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
      const asked = () => (window as unknown as { asked?: Set<string> }).asked ?? new Set<string>()
      const happening = (): readonly string[] => [
        ...asked(),
        ...(document.fonts.status === 'loading' ? ['fonts'] : []),
        ...(document.getAnimations().some(moves) ? ['an animation'] : []),
        ...(Array.from(document.images).some((one) => !one.complete) ? ['pictures'] : []),
      ]
      let changed = true
      const observer = new MutationObserver(() => {
        changed = true
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      let size = ''
      for (let quiet = 0; quiet < frames; ) {
        await frame()
        const now = `${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}`
        const found = happening()
        quiet = changed || now !== size || found.length > 0 ? 0 : quiet + 1
        changed = false
        size = now
        if (performance.now() > until) return found.length > 0 ? found : ['the page changes all the time']
      }
      observer.disconnect()
      return []
    },
    { frames: QUIET_FRAMES, longestMs: LONGEST_MS },
  )
  if (left.length > 0) throw new Error(`the page does not come to rest: ${left.join(', ')}`)
}

/** Lets {@link settled} know what a page asks for. Before the page is opened. */
export async function watchRequests(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked = new Set<string>()
    Object.assign(window, { asked })
    const ask = window.fetch.bind(window)
    let count = 0
    window.fetch = async (...given) => {
      count += 1
      const name = `${count} ${given[0] instanceof Request ? given[0].url : String(given[0])}`
      asked.add(name)
      try {
        const response = await ask(...given)
        // With its body: what the page does with it comes in the same frame then.
        await response.clone().arrayBuffer()
        return response
      } finally {
        setTimeout(() => asked.delete(name))
      }
    }
  })
}
