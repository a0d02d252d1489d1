import { loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import sharp from 'sharp'
import { textAt, type XmlValue } from '../recognition/digital/xml'
import { limits } from '../recognition/limits'
import type { OfdResources } from './ofd-resources'
import { moveTo } from './ofd-style'

const FORMATS: readonly string[] = ['jpeg', 'png']

/** Its size is looked at before it is decoded. What this canvas cannot show (JBIG2, damaged) is left white. */
async function decoded(bytes: Uint8Array) {
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (!FORMATS.includes(format) || width * height > limits.pixels) return undefined
    return await loadImage(Buffer.from(bytes))
  } catch {
    return undefined
  }
}

/** A picture fills a square of one by one, which its matrix brings to its size. */
export async function drawImage(context: SKRSContext2D, object: XmlValue, resources: OfdResources): Promise<void> {
  const bytes = resources.picture(textAt(object, '@ResourceID'))
  const picture = bytes && (await decoded(bytes))
  if (!picture) return
  const [, , width = 0, height = 0] = moveTo(context, object)
  if (textAt(object, '@CTM') === undefined) context.scale(width, height)
  context.drawImage(picture, 0, 0, 1, 1)
}
