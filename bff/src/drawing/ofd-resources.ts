import type { OfdPart, OfdParts } from '../recognition/digital/ofd-parts'
import { childrenOf, descendants, textAt, textOf, type XmlValue } from '../recognition/digital/xml'

/** What pages refer to by number: pictures, and ways to draw. */
export interface OfdResources {
  /** Bytes of a picture. */
  picture(id: string | undefined): Uint8Array | undefined
  /** A `DrawParam`, and those that it builds on, the nearest first. */
  drawParams(id: string | undefined): readonly XmlValue[]
}

const MOST_RELATIVES = 8

/** All resources of a document, its own and those it shares; where a number is given twice, the later one counts. */
export function openResources(parts: OfdParts, document: OfdPart): OfdResources {
  const common = childrenOf(document.tree.Document, 'CommonData')[0]
  const locations = ['PublicRes', 'DocumentRes'].flatMap((name) => childrenOf(common, name).map(textOf))
  const media = new Map<string, { readonly location: string; readonly from: string }>()
  const params = new Map<string, XmlValue>()
  for (const location of locations) {
    const part = parts.open(location, document.path)
    const base = textAt(part?.tree.Res, '@BaseLoc')
    for (const one of part ? descendants(part.tree, 'MultiMedia') : []) {
      const [id, file] = [textAt(one, '@ID'), textAt(one, 'MediaFile')]
      if (id === undefined || file === undefined || part === undefined) continue
      media.set(id, { location: base && !file.startsWith('/') ? `${base}/${file}` : file, from: part.path })
    }
    for (const one of part ? descendants(part.tree, 'DrawParam') : []) params.set(textAt(one, '@ID') ?? '', one)
  }
  return {
    picture(id) {
      const found = media.get(id ?? '')
      return found && parts.bytes(found.location, found.from)
    },
    drawParams(id) {
      const found: XmlValue[] = []
      for (let at = params.get(id ?? ''); at !== undefined && found.length < MOST_RELATIVES; ) {
        found.push(at)
        at = params.get(textAt(at, '@Relative') ?? '')
      }
      return found
    },
  }
}
