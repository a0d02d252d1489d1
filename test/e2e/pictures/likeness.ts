import sharp from 'sharp'

const BLOCK = 8
/** Of 255: what anti-aliasing of another browser version comes to, averaged over a block. */
const BLOCK_TOLERANCE = 20

interface Grey {
  readonly width: number
  readonly height: number
  readonly blocks: Uint8Array
}

async function greyOf(png: Uint8Array): Promise<Grey> {
  const image = sharp(png).flatten({ background: '#ffffff' }).greyscale()
  const { width = 0, height = 0 } = await image.metadata()
  const [across, down] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)]
  const blocks = await image.resize(across, down, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer()
  return { width, height, blocks }
}

/** The share of blocks of two pictures that differ, 0 to 1; 1 where their size does. */
export async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([greyOf(one), greyOf(other)])
  if (a.width !== b.width || a.height !== b.height) return 1
  const differing = a.blocks.filter((value, index) => Math.abs(value - (b.blocks[index] ?? 0)) > BLOCK_TOLERANCE)
  return differing.length / a.blocks.length
}

/** As small as a picture of a page can be without looking worse: few colours. */
export const packed = (png: Uint8Array): Promise<Buffer> =>
  sharp(png).png({ palette: true, colours: 64, effort: 8, dither: 0 }).toBuffer()
