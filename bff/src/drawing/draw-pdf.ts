import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openPdf } from '../recognition/digital/pdf-open'
import { loadFonts } from './fonts'
import { paperCanvas, sheetOf } from './paper-canvas'
import type { Sheet } from './sheet'

/** Pixels a point at most: 288 a inch. */
const LARGEST_SCALE = 4

async function drawPage(page: PDFPageProxy): Promise<Sheet> {
  const plain = page.getViewport({ scale: 1 })
  const { canvas, context, scale } = paperCanvas(plain.width, plain.height, LARGEST_SCALE)
  const viewport = page.getViewport({ scale })
  // The library's types know browsers only; this canvas is the one that it draws on in Node.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise
  return sheetOf(canvas)
}

/** @throws {UnreadableFileError} encrypted, broken, too many pages. */
export async function drawPdf(bytes: Uint8Array, give: (sheet: Sheet) => Promise<void>): Promise<void> {
  loadFonts()
  const document = await openPdf(bytes)
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      await give(await drawPage(page))
      page.cleanup()
    }
  } finally {
    await document.loadingTask.destroy()
  }
}
