import { resized } from '../image/decode'
import type { Raster } from '../image/raster'
import type { Point, Quad } from '../text/line'
import { byteScale, fillPlanes, type Models, run } from './models'
import { textBoxes } from './text-boxes'

/** The longer side that text is looked for at. */
const SIDE = 1280
/** Sides are multiples of this in the model. */
const STEP = 32
const MEAN = [0.485, 0.456, 0.406]
const DEVIATION = [0.229, 0.224, 0.225]

const normalised = byteScale((byte, plane) => (byte / 255 - (MEAN[plane] ?? 0)) / (DEVIATION[plane] ?? 1))

/** Boxes around all text of a picture, in its pixels. */
export async function detectText({ detection }: Models, picture: Raster): Promise<readonly Quad[]> {
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const stepped = (side: number): number => Math.max(STEP, Math.round((side * scale) / STEP) * STEP)
  const [width, height] = [stepped(picture.width), stepped(picture.height)]
  const input = new Float32Array(3 * width * height)
  fillPlanes(input, await resized(picture, width, height), { offset: 0, width }, normalised)
  const { data } = await run(detection, input, [1, 3, height, width])
  const [across, down] = [picture.width / width, picture.height / height]
  const back = ([x, y]: Point): Point => [x * across, y * down]
  return textBoxes({ data, width, height }).map(([a, b, c, d]): Quad => [back(a), back(b), back(c), back(d)])
}
