import type { Raster } from '../image/raster'
import type { Quad } from '../text/line'
import { cropText, heightOf, widthOf } from './crop'
import { byteScale, fillPlanes, type Models, run } from './models'

const HEIGHT = 48
const WIDTH = 192
/** How many lines are asked first, and how many more where these do not agree. */
const ASKED = 5
const MORE = 8
const TALL = 1.8

const centred = byteScale((byte) => byte / 127.5 - 1)

/** Whether the picture lies on its side: most text is higher than wide. */
export const liesOnSide = (boxes: readonly Quad[]): boolean =>
  boxes.filter((box) => heightOf(box) > TALL * widthOf(box)).length > boxes.length * 0.6

/** How many of these lines stand on their heads. */
async function onTheirHeads({ direction }: Models, picture: Raster, boxes: readonly Quad[]): Promise<number> {
  if (boxes.length === 0) return 0
  const size = 3 * HEIGHT * WIDTH
  const input = new Float32Array(boxes.length * size)
  boxes.forEach((box, index) => {
    const crop = cropText(picture, box, { height: HEIGHT, maxWidth: WIDTH, stretch: 1 })
    fillPlanes(input, crop, { offset: index * size, width: WIDTH }, centred)
  })
  const { data } = await run(direction, input, [boxes.length, 3, HEIGHT, WIDTH])
  return boxes.filter((_, index) => (data[index * 2 + 1] ?? 0) > (data[index * 2] ?? 0)).length
}

/** Whether the longest lines stand on their heads: a few that all say the same, else the majority of more. */
export async function isUpsideDown(models: Models, picture: Raster, boxes: readonly Quad[]): Promise<boolean> {
  const longest = [...boxes].sort((a, b) => widthOf(b) - widthOf(a)).slice(0, ASKED + MORE)
  const first = longest.slice(0, ASKED)
  const turned = await onTheirHeads(models, picture, first)
  if (turned === 0 || turned === first.length) return turned > 0
  return turned + (await onTheirHeads(models, picture, longest.slice(ASKED))) > longest.length / 2
}
