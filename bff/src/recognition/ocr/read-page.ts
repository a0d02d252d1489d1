import { turned } from '../image/decode'
import type { Raster } from '../image/raster'
import type { Quad, TextLine, TextPage } from '../text/line'
import { looksWrong } from './again'
import { heightOf, widthOf } from './crop'
import { detectText } from './detect'
import { isUpsideDown, liesOnSide } from './direction'
import type { Models } from './models'
import { recogniseText } from './recognise'

/** What the model is less sure of than this is noise: a stamp, a pattern, a table's edge. */
const LEAST_CONFIDENCE = 0.5
/** How much wider a line is shown that looks wrong. */
const STRETCHES = [1.3, 1.6]

export interface OcrPage extends TextPage {
  /** Boxes that were found, read or not: heights of lines, and what stands at the edge. */
  readonly boxes: readonly Quad[]
  /** How the picture had to be turned to stand upright, clockwise. */
  readonly turn: 0 | 90 | 180 | 270
}

interface Upright {
  readonly picture: Raster
  readonly boxes: readonly Quad[]
  readonly turn: OcrPage['turn']
}

async function upright(models: Models, picture: Raster): Promise<Upright> {
  let now: Upright = { picture, boxes: await detectText(models, picture), turn: 0 }
  if (liesOnSide(now.boxes)) {
    const level = await turned(picture, 90)
    now = { picture: level, boxes: await detectText(models, level), turn: 90 }
  }
  if (!(await isUpsideDown(models, now.picture, now.boxes))) return now
  const standing = await turned(now.picture, 180)
  return { picture: standing, boxes: await detectText(models, standing), turn: now.turn === 90 ? 270 : 180 }
}

/** Lines that fail their own check, read once more; the first reading that passes is taken. */
async function readAgain(models: Models, picture: Raster, lines: readonly TextLine[]): Promise<readonly TextLine[]> {
  let now = lines
  for (const stretch of STRETCHES) {
    const wrong = now.filter(({ text }) => looksWrong(text))
    if (wrong.length === 0) break
    const again = await recogniseText(
      models,
      picture,
      wrong.map(({ quad }) => quad),
      stretch,
    )
    const better = new Map(wrong.map((line, index) => [line, again[index]]))
    now = now.map((line) => {
      const other = better.get(line)
      return other && !looksWrong(other.text) && other.text !== '' ? other : line
    })
  }
  return now
}

/** All text of a picture, whichever way up it was taken; places are those of the upright picture. */
export async function readPage(models: Models, original: Raster): Promise<OcrPage> {
  const { picture, boxes, turn } = await upright(models, original)
  const readable = boxes.filter((box) => heightOf(box) > 4 && widthOf(box) > 4)
  const lines = await readAgain(models, picture, await recogniseText(models, picture, readable))
  return {
    width: picture.width,
    height: picture.height,
    lines: lines.filter(({ text, confidence }) => confidence >= LEAST_CONFIDENCE && text.trim() !== ''),
    boxes,
    turn,
  }
}
