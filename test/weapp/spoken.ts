import type { Page } from 'playwright-core'

/**
 * What a screen reader would not say on the page of the built mini-program that stands, each with its element: whatever
 * can be pressed or filled in has a role and a name, pictures have a name or are passed over, and headings have words.
 */
export const unspoken = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const ACTING = ['button', 'link', 'checkbox', 'radio', 'tab', 'switch', 'option']
    const CHOOSING = ['checkbox', 'radio', 'switch']
    const top = document.querySelector('.wx-webview:not([hidden])')
    if (top === null) return ['no page stands']
    const found: string[] = []
    const all = (selector: string): readonly Element[] =>
      [...top.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0)
    const complain = (one: Element, what: string): void => {
      found.push(`${what}: ${one.outerHTML.replace(/\s+/g, ' ').slice(0, 160)}`)
    }
    const isHidden = (one: Element): boolean => one.closest('[aria-hidden="true"]') !== null
    const role = (one: Element): string => one.getAttribute('role') ?? ''
    /** Words in it, without what is passed over. */
    const words = (one: Element): string => {
      const copy = one.cloneNode(true) as Element
      for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
      return copy.textContent ?? ''
    }
    const isSaid = (text: string | null): boolean => /[\p{L}\p{N}]/u.test(text ?? '')
    const name = (one: Element): string => one.getAttribute('aria-label') ?? words(one)

    if (!isSaid(document.querySelector('#bar [role=heading][aria-level="1"]')?.textContent ?? ''))
      found.push('no title in the bar, which is the heading of level 1')

    for (const one of all('[data-tap]')) {
      // The shade behind a dialog: whoever hears the page closes it by its button.
      if (isHidden(one) && words(one) === '') continue
      const isField = ['WX-PICKER', 'WX-INPUT', 'WX-TEXTAREA'].includes(one.tagName)
      if (isHidden(one)) complain(one, 'can be pressed and is passed over')
      else if (!isField && !ACTING.includes(role(one))) complain(one, 'can be pressed and has no role')
    }
    for (const one of all(ACTING.map((each) => `[role=${each}]`).join())) {
      if (isHidden(one)) continue
      if (!isSaid(name(one))) complain(one, `a ${role(one)} without a name`)
      if (CHOOSING.includes(role(one)) && !['true', 'false'].includes(one.getAttribute('aria-checked') ?? ''))
        complain(one, `a ${role(one)} that does not say whether it is chosen`)
      const around = one.parentElement?.closest(ACTING.map((each) => `[role=${each}]`).join())
      if (around) complain(one, `inside another ${role(around)}`)
      const isPressed = one.matches('[data-tap], wx-button') || one.closest('wx-picker') !== null
      if (!isPressed && one.getAttribute('aria-disabled') !== 'true') complain(one, `a ${role(one)} that does nothing`)
    }
    for (const one of all('wx-input, wx-textarea, wx-switch, wx-slider'))
      if (!isSaid(one.getAttribute('aria-label'))) complain(one, 'a field without a label')
    for (const one of all('wx-picker'))
      if (one.querySelectorAll('[role=button][aria-label]').length !== 1)
        complain(one, 'a picker without one button that says what it chooses')
    for (const one of all('[role=radio]'))
      if (one.closest('[role=radiogroup][aria-label]') === null) complain(one, 'a radio outside a group with a name')
    for (const one of all('wx-image'))
      if (!isHidden(one) && !isSaid(one.getAttribute('aria-label'))) complain(one, 'a picture without a name')
    for (const one of all('[role=heading], [role=dialog], [role=navigation]'))
      if (!isSaid(name(one))) complain(one, `a ${role(one)} without words`)
    return found
  })
