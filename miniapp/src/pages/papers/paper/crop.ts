import type { PagePlace } from '@suanhui/shared/papers'

/** Around what was read, so that the line it stands in is seen. */
const AROUND = 0.02
const LEAST_WIDTH = 0.3

export interface Crop {
  /** Of the box, as CSS wants it: its height as a share of its width. */
  readonly box: string
  readonly picture: string
}

const percent = (share: number): string => `${Math.round(share * 100_000) / 1000}%`

/** From `start` to `end` within 0 and 1, and no narrower than `least`. */
function within(start: number, end: number, least: number): readonly [number, number] {
  const missing = Math.max(0, least - (end - start)) / 2
  const from = Math.max(0, Math.min(start - missing, 1 - least))
  return [from, Math.min(1, Math.max(end + missing, from + least))]
}

/**
 * Shows a place of a page as styles: the box that cuts it out, and the whole picture moved behind it.
 * @param page its width and height, in any unit.
 */
export function cropOf(place: PagePlace, page: { readonly width: number; readonly height: number }): Crop | undefined {
  if (!(page.width > 0 && page.height > 0 && place.width > 0 && place.height > 0)) return undefined
  const [left, right] = within(place.x - AROUND, place.x + place.width + AROUND, LEAST_WIDTH)
  const [top, bottom] = within(place.y - AROUND / 2, place.y + place.height + AROUND / 2, 0.01)
  const [width, height] = [right - left, bottom - top]
  return {
    box: `padding-bottom:${percent((height * page.height) / (width * page.width))}`,
    picture: [
      `width:${percent(1 / width)}`,
      `height:${percent(1 / height)}`,
      `left:${percent(-left / width)}`,
      `top:${percent(-top / height)}`,
    ].join(';'),
  }
}
