import type { PagePlace } from '@suanhui/shared/papers'
import type { Piece } from './layout'
import type { TextPage } from './line'

const within = (value: number): number => Math.min(1, Math.max(0, value))

/** Around pieces of one page, as fractions of it; undefined where there are none. */
export function placeOf(pieces: readonly Piece[], pages: readonly TextPage[]): PagePlace | undefined {
  const index = pieces[0]?.page
  const page = index === undefined ? undefined : pages[index]
  if (index === undefined || !page) return undefined
  const points = pieces.filter((one) => one.page === index).flatMap(({ quad }) => quad)
  const [xs, ys] = [points.map(([x]) => x / page.width), points.map(([, y]) => y / page.height)]
  const [left, top] = [within(Math.min(...xs)), within(Math.min(...ys))]
  return {
    page: index,
    x: left,
    y: top,
    width: within(Math.max(...xs)) - left,
    height: within(Math.max(...ys)) - top,
  }
}
