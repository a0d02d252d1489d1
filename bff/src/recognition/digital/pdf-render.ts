import { createCanvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Picture, pictureOf } from '../image/decode'

/** The longer side of a rendered page: as large as text recognition looks at. */
const SIDE = 2400
const LARGEST_SCALE = 5

/** A page as a picture, for those without text. */
export async function renderPage(page: PDFPageProxy): Promise<Picture> {
  const plain = page.getViewport({ scale: 1 })
  const scale = Math.min(LARGEST_SCALE, SIDE / Math.max(plain.width, plain.height))
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  // The library's types know browsers only; this canvas is the one that it draws on in Node.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise
  const { data } = context.getImageData(0, 0, width, height)
  const pixels = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    pixels[pixel * 3] = data[pixel * 4] ?? 0
    pixels[pixel * 3 + 1] = data[pixel * 4 + 1] ?? 0
    pixels[pixel * 3 + 2] = data[pixel * 4 + 2] ?? 0
  }
  return pictureOf({ data: pixels, width, height })
}
