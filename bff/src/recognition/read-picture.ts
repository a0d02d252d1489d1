import type { FoundSeal, PaperKind, Reading } from '@suanhui/shared/papers'
import { fuseQr } from './fuse-qr'
import { decodePicture, type Picture } from './image/decode'
import { readQr } from './image/qr'
import type { QrInvoice } from './image/qr-payload'
import { qualityOf } from './image/quality'
import { findSeals } from './image/seals'
import { type Models, openModels } from './ocr/models'
import { type OcrPage, readPage } from './ocr/read-page'
import type { PaperFile } from './paper-file'
import { turnedBack } from './place-turn'
import type { ReadingContext } from './reading-context'
import { readText } from './text/read-text'
import { areSeveral } from './text/several'
import { UnreadableFileError } from './unreadable-file'

let models: Promise<Models> | undefined
/** Loaded once in a thread, when the first picture comes. */
const loaded = (threads: number): Promise<Models> => {
  models ??= openModels(threads)
  return models
}

/** Nothing is read off these but seals. */
const KEPT: readonly (PaperKind | undefined)[] = ['licence', 'id_document', 'stamped_form']
const DIGITAL_TYPES: readonly unknown[] = ['31', '32']

/** A picture without the pixels that only QR codes need: those of a paper's pages are all held until its end. */
type Seen = Omit<Picture, 'raster'>

interface Page {
  readonly picture: Seen
  readonly text: OcrPage
  readonly qrs: readonly QrInvoice[]
}

/** Its QR code where it may have one; all pixels are let go. */
async function withoutPixels(picture: Picture, kind: PaperKind | undefined): Promise<Omit<Page, 'text'>> {
  const qrs = kind === undefined || kind === 'invoice' ? await readQr(picture) : []
  const { width, height, page } = picture
  return { picture: { width, height, page }, qrs }
}

async function pageOf({ picture, qrs }: Omit<Page, 'text'>, context: ReadingContext): Promise<Page> {
  context.alive()
  const text = await readPage(await loaded(context.threads), picture.page)
  context.alive()
  return { picture, text, qrs }
}

/** The ring at the head of an invoice form is printed by the tax office, and no seal of the seller. */
const isPrinted = ({ place }: FoundSeal): boolean => {
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2]
  return y < 0.35 && x > 0.3 && x < 0.7
}

async function sealsOn(pages: readonly Page[], { kind, fields }: Reading): Promise<readonly FoundSeal[]> {
  // 数电票 carry none, by design.
  if (kind === 'invoice' && DIGITAL_TYPES.includes(fields.type?.value)) return []
  const found = await Promise.all(pages.map(({ picture }, index) => findSeals(picture.page, index)))
  return found.flat().filter((seal) => kind !== 'invoice' || !isPrinted(seal))
}

/** @throws {UnreadableFileError} several papers: none of them could be told from the others. */
function assertOne(pages: readonly Page[], kind: PaperKind): void {
  const numbers = new Set(pages.flatMap(({ qrs }) => qrs.map(({ code, number }) => `${code ?? ''} ${number}`)))
  const texts = pages.map(({ text }) => text)
  if (kind === 'invoice' && numbers.size > 1) throw new UnreadableFileError('several_papers')
  if (areSeveral(texts, kind)) throw new UnreadableFileError('several_papers')
}

/**
 * What stands on pictures that are the pages of one paper.
 * @throws {UnreadableFileError} several papers.
 */
export async function readPictures(
  pictures: AsyncIterable<Picture> | Iterable<Picture>,
  kind: PaperKind | undefined,
  context: ReadingContext,
): Promise<Reading> {
  const pages: Page[] = []
  for await (const picture of pictures) pages.push(await pageOf(await withoutPixels(picture, kind), context))
  const qr = pages.flatMap(({ qrs }) => qrs)[0]
  const said = kind ?? (qr ? 'invoice' : undefined)
  const texts = KEPT.includes(kind) ? [] : pages.map(({ text }) => text)
  const read = readText(texts, { kind: said, source: 'ocr', sum: qr?.sum })
  assertOne(pages, read.kind)
  const reading = turnedBack(
    qr && read.kind === 'invoice' ? fuseQr(read, qr) : read,
    pages.map(({ text }) => text.turn),
  )
  return {
    ...reading,
    seals: await sealsOn(pages, reading),
    pages: await Promise.all(
      pages.map(async ({ picture, text }) => ({
        width: picture.width,
        height: picture.height,
        problems: await qualityOf(picture, text, reading.kind),
      })),
    ),
  }
}

/** A list would hold on to all pixels. */
async function* decoded(bytes: Uint8Array): AsyncIterable<Picture> {
  yield await decodePicture(bytes)
}

/** @throws {UnreadableFileError} too many pixels, broken, several papers. */
export async function readPicture({ bytes, kind }: PaperFile, context: ReadingContext): Promise<Reading> {
  return readPictures(decoded(bytes), kind, context)
}
