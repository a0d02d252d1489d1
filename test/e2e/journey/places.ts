import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Surface } from '../surface'

/** What stays on top of a page: its bar, and whether all is saved. */
const ON_TOP_PX = 90
/** A page is read and drawn first. */
const WAIT_MS = 10_000
/** The name of a field stands between. */
const NEAR_PX = 90

/** Whether the note stands right above what it is about, and both are in sight without scrolling. */
export async function standsBeside(
  { page, main }: Surface,
  note: string,
  what: Locator,
  where: 'in sight' | 'anywhere' = 'in sight',
): Promise<void> {
  const height = page.viewportSize()?.height ?? 0
  const words = main().getByText(note).first()
  const place = async (): Promise<string> => {
    const [above, below] = await Promise.all([words.boundingBox(), what.first().boundingBox()])
    if (above === null || below === null) return 'not there'
    const between = below.y - above.y - above.height
    if (between < 0 || between > NEAR_PX) return `${between} px between them`
    if (where === 'in sight' && (above.y < ON_TOP_PX || below.y + below.height > height))
      return `from ${above.y} to ${below.y + below.height}`
    return 'beside it'
  }
  await expect.poll(place, { timeout: WAIT_MS }).toBe('beside it')
}

/** Whether it is in sight without scrolling. */
export async function isInSight({ page }: Surface, what: Locator): Promise<void> {
  const height = page.viewportSize()?.height ?? 0
  const place = async (): Promise<string> => {
    const box = await what.first().boundingBox()
    if (box === null) return 'not there'
    return box.y < ON_TOP_PX || box.y + box.height > height ? `from ${box.y} to ${box.y + box.height}` : 'in sight'
  }
  await expect.poll(place, { timeout: WAIT_MS }).toBe('in sight')
}

/** In a browser the field has the keyboard and the note; WeChat knows no such tie, the note is read out right before it. */
export async function isReadOutWith({ target }: Surface, note: string, field: Locator): Promise<void> {
  if (target === 'weapp') return
  await expect.poll(() => field.evaluate((one) => one === document.activeElement), { timeout: WAIT_MS }).toBe(true)
  const described = await field.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(''),
  )
  expect(described).toContain(note)
}
