import type { Reading } from '@suanhui/shared/papers'
import { readInvoiceXml } from './digital/e-invoice'
import { invoiceReading } from './digital/invoice-facts'
import { isOfd } from './digital/ofd'
import { decodeXml } from './digital/xml'
import { ZipFile } from './digital/zip'
import { limits } from './limits'
import type { NamedReading, PaperFile } from './paper-file'
import { readArchive } from './read-archive'
import { readOfd } from './read-ofd'
import { readPdf } from './read-pdf'
import { readPicture } from './read-picture'
import { readTable } from './read-table'
import type { ReadingContext } from './reading-context'
import { shapeOf } from './sniff'
import { UnreadableFileError } from './unreadable-file'
import type { ReadRequest } from './worker-messages'

function readXml({ bytes }: PaperFile): Reading {
  const file = readInvoiceXml(decodeXml(bytes))
  if (!file) throw new UnreadableFileError('unknown_type')
  return invoiceReading(file, 'xml')
}

/** A file that is one paper. */
async function readOne(file: PaperFile, context: ReadingContext): Promise<Reading> {
  const { bytes } = file
  switch (shapeOf(bytes)) {
    case 'xml':
      return readXml(file)
    case 'pdf':
      return readPdf(file, context)
    case 'picture':
      return readPicture(file, context)
    case 'zip':
      return readOfd(new ZipFile(bytes), file)
    case 'text':
      return readTable(file)
    case 'heic':
      throw new UnreadableFileError('heic')
    case 'unknown':
      throw new UnreadableFileError('unknown_type')
  }
}

/**
 * Everything on the papers of a file, in this thread.
 * @throws {UnreadableFileError} with the reason.
 */
export async function readFile(request: ReadRequest, context: ReadingContext): Promise<readonly NamedReading[]> {
  const { bytes, single } = request
  if (bytes.length === 0) throw new UnreadableFileError('empty')
  if (bytes.length > limits.fileBytes) throw new UnreadableFileError('too_large')
  if (shapeOf(bytes) === 'zip') {
    const zip = new ZipFile(bytes)
    if (!isOfd(zip)) {
      const read = (inside: Uint8Array) => readOne({ ...request, bytes: inside, mediaType: '' }, context)
      return readArchive(zip, { single, read })
    }
  }
  return [{ name: '', reading: await readOne(request, context) }]
}
