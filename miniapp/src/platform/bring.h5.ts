const FIELDS = 'input, textarea, select, button, [tabindex]'

/** Pages below this one stay in the document, unseen: the same place may stand there too. */
const inSight = (id: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`#${id}`)].find((one) => one.offsetParent !== null)

/** Scrolls to the part of the page that has this id, and gives its first field the keyboard. */
export function bringIntoSight(id: string): void {
  // The page is laid out when the browser next draws it.
  requestAnimationFrame(() => {
    const place = inSight(id)
    place?.scrollIntoView({ block: 'start' })
    place?.querySelector<HTMLElement>(FIELDS)?.focus({ preventScroll: true })
  })
}
