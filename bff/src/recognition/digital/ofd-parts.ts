import { decodeXml, parseXml, type XmlNode } from './xml'
import type { ZipFile } from './zip'

/** Paths inside an OFD are relative to the file that names them; a leading slash is the root of the package. */
function joined(from: string, location: string): string {
  const parts = location.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of location.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Some makers write a root without its prefix's name. */
const patched = (xml: string): string =>
  xml.replace('<:eInvoice xmlns:=""', '<eInvoice').replace('</:eInvoice>', '</eInvoice>')

export interface OfdPart {
  readonly path: string
  readonly text: string
  readonly tree: XmlNode
}

/** The XML parts of an OFD, each parsed when it is asked for. */
export class OfdParts {
  constructor(private readonly zip: ZipFile) {}

  /** The part that another one names; undefined where there is none. */
  open(location: string | undefined, from = ''): OfdPart | undefined {
    const name = this.find(location, from)
    const bytes = name === undefined ? undefined : this.zip.read(name)
    if (name === undefined || !bytes) return undefined
    const text = patched(decodeXml(bytes))
    return { path: name, text, tree: parseXml(text) }
  }

  /** The same for a part that is no XML, a picture. */
  bytes(location: string | undefined, from = ''): Uint8Array | undefined {
    const name = this.find(location, from)
    return name === undefined ? undefined : this.zip.read(name)
  }

  /** Makers disagree on capitals. */
  private find(location: string | undefined, from: string): string | undefined {
    if (location === undefined) return undefined
    const path = joined(from, location)
    return this.zip.names.find((one) => one === path) ?? this.zip.names.find((one) => sameName(one, path))
  }
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
