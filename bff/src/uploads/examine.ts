import { unreadableWords } from '@suanhui/shared/papers'
import sharp, { type Sharp } from 'sharp'
import { decodeXml, parseXml } from '../recognition/digital/xml'
import { ZipFile } from '../recognition/digital/zip'
import { limits } from '../recognition/limits'
import { shapeOf } from '../recognition/sniff'
import { UnreadableFileError } from '../recognition/unreadable-file'
import type { Examined, Picture } from './examined'
import { hidesAnother } from './polyglot'

const VIEW_PIXELS = 2000
const THUMB_PIXELS = 400
const MOST_PIXELS_A_SIDE = 30_000
const PICTURE_TYPES = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const
type PictureFormat = keyof typeof PICTURE_TYPES
const isPictureFormat = (format: string): format is PictureFormat => Object.hasOwn(PICTURE_TYPES, format)

/** The worker has one file at a time: libvips needs no threads of its own and nothing kept between two files. */
sharp.concurrency(1)
sharp.cache(false)

async function pictureOf(image: Sharp, longest: number): Promise<Picture> {
  const { data, info } = await image
    .autoOrient()
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: new Uint8Array(data), width: info.width, height: info.height }
}

/** Size by the head alone comes first: a picture of 100 megapixels is refused without being decoded. */
async function examinePicture(bytes: Uint8Array): Promise<Examined> {
  const open = (input: Uint8Array): Sharp =>
    sharp(input, { limitInputPixels: limits.pixels, failOn: 'error', pages: 1, sequentialRead: true })
  let format: string
  try {
    const head = await sharp(bytes, { limitInputPixels: false }).metadata()
    const { width, height } = head
    if (width * height > limits.pixels || Math.max(width, height) > MOST_PIXELS_A_SIDE) {
      throw new UnreadableFileError('too_many_pixels')
    }
    format = head.format
  } catch (error) {
    throw error instanceof UnreadableFileError ? error : new UnreadableFileError('broken', { cause: error })
  }
  if (!isPictureFormat(format)) throw new UnreadableFileError('unknown_type')
  try {
    const view = await pictureOf(open(bytes), VIEW_PIXELS)
    const thumb = await pictureOf(open(view.bytes), THUMB_PIXELS)
    return { accepted: true, mediaType: PICTURE_TYPES[format], view, thumb }
  } catch (cause) {
    throw new UnreadableFileError('broken', { cause })
  }
}

/** What a browser would run or draw is no paper, whatever it calls itself. */
const ACTIVE_XML = /<\?xml-stylesheet|<([\w.-]+:)?(svg|html|script|iframe|foreignObject)[\s/>]/i

function examineXml(bytes: Uint8Array): Examined {
  if (bytes.length > limits.xmlBytes) throw new UnreadableFileError('too_large')
  const text = decodeXml(bytes)
  if (ACTIVE_XML.test(text)) throw new UnreadableFileError('hostile')
  parseXml(text)
  return { accepted: true, mediaType: 'application/xml' }
}

function examineZip(bytes: Uint8Array): Examined {
  // Its directory is held against the limits when it is opened: entries, sizes, ratio, names.
  const names = new ZipFile(bytes).names
  const ofd = names.some((name) => name.toLowerCase() === 'ofd.xml')
  return { accepted: true, mediaType: ofd ? 'application/ofd' : 'application/zip' }
}

/** A file that a person chose has these words when it is refused. */
async function examined(bytes: Uint8Array): Promise<Examined> {
  const shape = shapeOf(bytes)
  if (hidesAnother(bytes, shape)) throw new UnreadableFileError('hostile')
  switch (shape) {
    case 'picture':
      return examinePicture(bytes)
    case 'xml':
      return examineXml(bytes)
    case 'zip':
      return examineZip(bytes)
    case 'pdf':
      return { accepted: true, mediaType: 'application/pdf' }
    case 'text':
      return { accepted: true, mediaType: 'text/plain' }
    case 'heic':
      throw new UnreadableFileError('heic')
    case 'unknown':
      throw new UnreadableFileError('unknown_type')
  }
}

/** Everything about one file, in this thread; a refusal is an answer. */
export async function examine(bytes: Uint8Array): Promise<Examined> {
  try {
    return await examined(bytes)
  } catch (error) {
    const reason = error instanceof UnreadableFileError ? error.reason : 'broken'
    return { accepted: false, refusal: unreadableWords[reason] }
  }
}
