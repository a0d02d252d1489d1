import type { SKRSContext2D } from '@napi-rs/canvas'
import { documentOf } from '../recognition/digital/ofd'
import { type OfdPart, OfdParts } from '../recognition/digital/ofd-parts'
import { type OfdPage, pagesOfOfd } from '../recognition/digital/ofd-text'
import { childrenOf, descendants, textAt, type XmlValue } from '../recognition/digital/xml'
import type { ZipFile } from '../recognition/digital/zip'
import { limits } from '../recognition/limits'
import { UnreadableFileError } from '../recognition/unreadable-file'
import { loadFonts } from './fonts'
import { drawImage } from './ofd-image-object'
import { drawPath } from './ofd-path-object'
import { type OfdResources, openResources } from './ofd-resources'
import { applyStyle, type Said } from './ofd-style'
import { drawText } from './ofd-text-object'
import { paperCanvas, sheetOf } from './paper-canvas'
import type { Sheet } from './sheet'

/** Pixels a millimetre at most: 300 an inch. */
const LARGEST_SCALE = 12

const isSeen = (object: XmlValue): boolean => textAt(object, '@Visible') !== 'false'

interface World {
  readonly context: SKRSContext2D
  readonly resources: OfdResources
}

/**
 * What stands in one layer or block. Pictures lie under lines, and lines under words: the parser keeps no order among
 * them, and forms are made so.
 */
async function drawBlock(world: World, block: XmlValue, inherited: Said): Promise<void> {
  const { context, resources } = world
  const each = async (name: string, draw: (object: XmlValue) => unknown): Promise<void> => {
    for (const object of childrenOf(block, name).filter(isSeen)) {
      context.save()
      applyStyle(context, [object, ...resources.drawParams(textAt(object, '@DrawParam')), ...inherited])
      await draw(object)
      context.restore()
    }
  }
  await each('ImageObject', (object) => drawImage(context, object, resources))
  await each('PathObject', (object) => drawPath(context, object))
  for (const inner of childrenOf(block, 'PageBlock')) await drawBlock(world, inner, inherited)
  await each('TextObject', (object) => drawText(context, object))
}

const ORDER: Readonly<Record<string, number>> = { Background: 0, Foreground: 2 }
const orderOf = (layer: XmlValue): number => ORDER[textAt(layer, '@Type') ?? ''] ?? 1

async function drawPart(world: World, part: OfdPart): Promise<void> {
  const layers = descendants(part.tree, 'Layer')
  for (const layer of [...layers].sort((a, b) => orderOf(a) - orderOf(b)))
    await drawBlock(world, layer, world.resources.drawParams(textAt(layer, '@DrawParam')))
}

async function drawPage(page: OfdPage, resources: OfdResources): Promise<Sheet> {
  const { box, content, templates } = page
  const { canvas, context, scale } = paperCanvas(box.width, box.height, LARGEST_SCALE)
  context.scale(scale, scale)
  context.translate(-box.x, -box.y)
  const world = { context, resources }
  for (const { part } of templates.filter(({ over }) => !over)) await drawPart(world, part)
  if (content) await drawPart(world, content)
  for (const { part } of templates.filter(({ over }) => over)) await drawPart(world, part)
  return sheetOf(canvas)
}

/**
 * Words, lines and pictures of each page where the file says they stand. Seals lie in signatures, and are not drawn.
 * @throws {UnreadableFileError} broken, hostile, too many pages.
 */
export async function drawOfd(zip: ZipFile, give: (sheet: Sheet) => Promise<void>): Promise<void> {
  loadFonts()
  const parts = new OfdParts(zip)
  const { document } = documentOf(parts)
  const count = childrenOf(childrenOf(document.tree.Document, 'Pages')[0], 'Page').length
  if (count > limits.pages) throw new UnreadableFileError('too_many_pages')
  const resources = openResources(parts, document)
  for (const page of pagesOfOfd(parts, document)) await give(await drawPage(page, resources))
}
