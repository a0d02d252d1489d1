import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { limits } from '../limits'
import { UnreadableFileError } from '../unreadable-file'

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
/** With a slash at the end: the library puts file names right behind it. */
const folder = (name: string): string => `${join(root, name)}/`

/**
 * An open PDF. Tax PDFs name Chinese fonts without carrying them: without the package's character maps their text is
 * silently blank.
 * @throws {UnreadableFileError} encrypted, broken, too many pages.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: limits.pixels,
  })
  try {
    const document = await task.promise
    if (document.numPages <= limits.pages) return document
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : ''
    throw new UnreadableFileError(name === 'PasswordException' ? 'encrypted' : 'broken', { cause })
  }
  await task.destroy()
  throw new UnreadableFileError('too_many_pages')
}
