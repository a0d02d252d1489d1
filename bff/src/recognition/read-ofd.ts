import type { Reading } from '@suanhui/shared/papers'
import { ofdReading, openOfd } from './digital/ofd'
import { ofdPages } from './digital/ofd-text'
import type { ZipFile } from './digital/zip'
import type { PaperFile } from './paper-file'
import { readText } from './text/read-text'
import { UnreadableFileError } from './unreadable-file'

/** @throws {UnreadableFileError} broken, hostile, too many pages; unknown where the ZIP is no OFD. */
export function readOfd(zip: ZipFile, { kind }: PaperFile): Reading {
  if (!zip.names.some((name) => name.toLowerCase() === 'ofd.xml')) throw new UnreadableFileError('unknown_type')
  const file = openOfd(zip)
  const fromText = (): Reading => readText(ofdPages(file.texts, file.boxes), { kind, source: 'ofd' })
  return ofdReading(file, fromText) ?? fromText()
}
