import type { Raster } from '../image/raster'
import type { Quad } from '../text/line'
import { cropText, heightOf, widthOf } from './crop'
import { fillPlanes, type Models, run } from './models'

const HEIGHT = 48
const WIDTH = 192
const ASKED = 12
const TALL = 1.8

const centred = (byte: number): number => byte / 127.5 - 1

/** Whether the picture lies on its side: most text is higher than wide. */
export const liesOnSide = (boxes: readonly Quad[]): boolean =>
  boxes.filter((box) => heightOf(box) > TALL * widthOf(box)).length > boxes.length * 0.6

/** Whether the longest lines stand on their heads, by majority. */
export async function isUpsideDown({ direction }: Models, picture: Raster, boxes: readonly Quad[]): Promise<boolean> {
  const asked = [...boxes].sort((a, b) => widthOf(b) - widthOf(a)).slice(0, ASKED)
  if (asked.length === 0) return false
  const size = 3 * HEIGHT * WIDTH
  const input = new Float32Array(asked.length * size)
  asked.forEach((box, index) => {
    const crop = cropText(picture, box, { height: HEIGHT, maxWidth: WIDTH, stretch: 1 })
    fillPlanes(input, crop, { offset: index * size, width: WIDTH }, centred)
  })
  const { data } = await run(direction, input, [asked.length, 3, HEIGHT, WIDTH])
  const turned = asked.filter((_, index) => (data[index * 2 + 1] ?? 0) > (data[index * 2] ?? 0))
  return turned.length > asked.length / 2
}
