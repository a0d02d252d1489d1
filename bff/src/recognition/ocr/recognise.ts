import type { Raster } from '../image/raster'
import type { Quad, TextLine } from '../text/line'
import { cropText } from './crop'
import { byteScale, fillPlanes, type Models, run } from './models'

const HEIGHT = 48
const MAX_WIDTH = 1600
const MIN_WIDTH = 48
/** Columns of pixels that are shown at once: more no longer fit into the processor's cache, and pad the shorter lines. */
const COLUMNS = 800

const centred = byteScale((byte) => byte / 127.5 - 1)

interface Crop {
  readonly index: number
  readonly raster: Raster
}

interface Spelled {
  readonly text: string
  readonly confidence: number
}

/** The likeliest class of every step, repetitions and nothings left out (CTC). */
function spell(data: Float32Array, from: number, steps: number, characters: readonly string[]): Spelled {
  const classes = characters.length
  let [text, before, sum, count] = ['', 0, 0, 0]
  for (let step = 0; step < steps; step++) {
    const start = from + step * classes
    let best = 0
    let most = data[start] ?? 0
    for (let one = 1; one < classes; one++) {
      const probability = data[start + one] ?? 0
      if (probability > most) {
        most = probability
        best = one
      }
    }
    if (best !== 0 && best !== before) {
      text += characters[best] ?? ''
      sum += most
      count++
    }
    before = best
  }
  return { text, confidence: count === 0 ? 0 : sum / count }
}

async function spellBatch(models: Models, crops: readonly Crop[]): Promise<readonly Spelled[]> {
  const widest = Math.max(MIN_WIDTH, ...crops.map(({ raster }) => raster.width))
  const width = Math.ceil(widest / 8) * 8
  const size = 3 * HEIGHT * width
  const input = new Float32Array(crops.length * size)
  crops.forEach(({ raster }, index) => {
    fillPlanes(input, raster, { offset: index * size, width }, centred)
  })
  const { data, shape } = await run(models.recognition, input, [crops.length, 3, HEIGHT, width])
  const [, steps = 0, classes = 0] = shape
  if (classes !== models.characters.length) throw new Error('the model knows other characters')
  return crops.map((_, index) => spell(data, index * steps * classes, steps, models.characters))
}

/** Crops of like width together, as many as fit. */
function batchesOf(sorted: readonly Crop[]): readonly (readonly Crop[])[] {
  const batches: Crop[][] = []
  for (const crop of sorted) {
    const last = batches.at(-1)
    const width = Math.max(MIN_WIDTH, crop.raster.width)
    if (last && (last.length + 1) * width <= COLUMNS) last.push(crop)
    else batches.push([crop])
  }
  return batches
}

/**
 * What the boxes say, in their order.
 * @param stretch how much wider than it is the text is shown to the model.
 */
export async function recogniseText(
  models: Models,
  picture: Raster,
  boxes: readonly Quad[],
  stretch = 1,
): Promise<readonly TextLine[]> {
  const crops = boxes
    .map(
      (box, index): Crop => ({
        index,
        raster: cropText(picture, box, { height: HEIGHT, maxWidth: MAX_WIDTH, stretch }),
      }),
    )
    .sort((a, b) => a.raster.width - b.raster.width)
  const lines = new Map<number, Spelled>()
  for (const batch of batchesOf(crops)) {
    const spelled = await spellBatch(models, batch)
    batch.forEach(({ index }, place) => {
      const one = spelled[place]
      if (one) lines.set(index, one)
    })
  }
  return boxes.map((quad, index) => ({ quad, ...(lines.get(index) ?? { text: '', confidence: 0 }) }))
}
