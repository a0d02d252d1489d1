import { isOfd } from '../recognition/digital/ofd'
import { ZipFile } from '../recognition/digital/zip'
import { shapeOf } from '../recognition/sniff'
import { UnreadableFileError } from '../recognition/unreadable-file'
import { drawOfd } from './draw-ofd'
import { drawPdf } from './draw-pdf'
import type { Sheet } from './sheet'

/**
 * Hands out one page after the other, in this thread.
 * @returns whether they were drawn anew from what the file says, and not as its maker meant them to the last line.
 * @throws {UnreadableFileError} with the reason.
 */
export async function drawFile(bytes: Uint8Array, give: (sheet: Sheet) => Promise<void>): Promise<boolean> {
  const shape = shapeOf(bytes)
  try {
    if (shape === 'pdf') {
      await drawPdf(bytes, give)
      return false
    }
    const zip = shape === 'zip' ? new ZipFile(bytes) : undefined
    if (zip === undefined || !isOfd(zip)) throw new UnreadableFileError('unknown_type')
    await drawOfd(zip, give)
    return true
  } catch (cause) {
    throw cause instanceof UnreadableFileError ? cause : new UnreadableFileError('broken', { cause })
  }
}
