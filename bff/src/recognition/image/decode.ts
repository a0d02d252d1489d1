import sharp from 'sharp'
import { limits } from '../limits'
import { UnreadableFileError } from '../unreadable-file'
import type { Raster } from './raster'

// One picture at a time: its threads would take the processor from those who answer requests.
sharp.concurrency(1)
sharp.cache(false)

const FORMATS: readonly string[] = ['jpeg', 'png', 'webp']
/** More pixels than this say nothing more, not even about a small QR code. */
const LONGEST_SIDE = 3600
/** Text, seals and light are looked at in this size. */
const PAGE_SIDE = 2400

/** A picture upright and in colour, on white. */
export interface Picture {
  /** As the sender's camera took it. */
  readonly width: number
  readonly height: number
  /** All pixels that are of use: for QR codes. */
  readonly raster: Raster
  /** The same, smaller: for everything else. */
  readonly page: Raster
}

/** What its header claims is looked at before anything is decoded. */
async function assertModest(bytes: Uint8Array): Promise<void> {
  const { format, width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (!FORMATS.includes(format)) throw new UnreadableFileError('unknown_type')
  if (width * height * (pages ?? 1) > limits.pixels) throw new UnreadableFileError('too_many_pixels')
}

export const pictureOf = async (raster: Raster): Promise<Picture> => ({
  width: raster.width,
  height: raster.height,
  raster,
  page: await shrunk(raster, PAGE_SIDE),
})

/** @throws {UnreadableFileError} too many pixels, broken, unknown type. */
export async function decodePicture(bytes: Uint8Array): Promise<Picture> {
  try {
    await assertModest(bytes)
    const { data, info } = await sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error' })
      .rotate()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3) throw new UnreadableFileError('broken')
    return await pictureOf({ data, width: info.width, height: info.height })
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw cause
    throw new UnreadableFileError('broken', { cause })
  }
}

const open = ({ data, width, height }: Raster) => sharp(data, { raw: { width, height, channels: 3 } })

/** The same picture with its longer side at most so long. */
export async function shrunk(raster: Raster, side: number): Promise<Raster> {
  if (Math.max(raster.width, raster.height) <= side) return raster
  const { data, info } = await open(raster)
    .resize(side, side, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Exactly so large; sides in proportion or not. */
export async function resized(raster: Raster, width: number, height: number): Promise<Raster> {
  const data = await open(raster).resize(width, height, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer()
  return { data, width, height }
}

/** Turned clockwise. */
export async function turned(raster: Raster, degrees: 90 | 180 | 270): Promise<Raster> {
  const { data, info } = await open(raster).rotate(degrees).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Grey, for counting: a byte a pixel. */
export async function greyed(raster: Raster, side: number): Promise<Raster> {
  const { data, info } = await open(raster)
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Enlarged and sharpened, as blurred QR codes need it; text does not. */
export async function sharpened(raster: Raster, side: number): Promise<Raster> {
  const { data, info } = await open(raster)
    .resize(side, side, { fit: 'inside', kernel: 'lanczos3' })
    .sharpen({ sigma: 2 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
