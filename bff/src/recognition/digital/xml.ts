import { XMLParser } from 'fast-xml-parser'
import { limits } from '../limits'
import { UnreadableFileError } from '../unreadable-file'

export type XmlValue = string | XmlNode | readonly XmlValue[] | undefined
export interface XmlNode {
  readonly [name: string]: XmlValue
}

// Every value stays text: a number 00123456 or 9133E100 would not survive as a number.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: false,
})

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const MAX_CODE_POINT = 0x10ffff

/** The five entities that need no DTD, and characters by number. */
const withoutEntities = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, decimal, hex) => {
    if (name) return PREDEFINED[String(name).toLowerCase()] ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= MAX_CODE_POINT ? String.fromCodePoint(point) : whole
  })

/** The text of a file in the encoding that it names: UTF-8, else GB18030 with all that it contains. */
export function decodeXml(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const named = /encoding=["']([\w-]+)["']/i.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(/^gb/i.test(named) ? 'gb18030' : 'utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new UnreadableFileError('broken', { cause })
  }
}

/** Counted before anything is built of it: a parser that recurses has a stack to lose. */
function assertModest(text: string): void {
  let depth = 0
  let elements = 0
  for (const [, close, selfClosed] of text.matchAll(/<(\/)?[^\s<>!?/][^<>]*?(\/)?>/g)) {
    if (close) depth--
    else if (!selfClosed) depth++
    if (depth > limits.xmlDepth || ++elements > limits.xmlElements) throw new UnreadableFileError('hostile')
  }
}

/**
 * The document as a tree of texts, prefixes of names taken off.
 * @throws {UnreadableFileError} hostile: a DTD, entities, too deep or too many elements; broken: no XML.
 */
export function parseXml(text: string): XmlNode {
  if (text.length > limits.xmlBytes) throw new UnreadableFileError('too_large')
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) throw new UnreadableFileError('hostile')
  assertModest(text)
  try {
    return parser.parse(text.replace(/^\ufeff/, ''), true)
  } catch (cause) {
    throw new UnreadableFileError('broken', { cause })
  }
}

export const isNode = (value: XmlValue): value is XmlNode => typeof value === 'object' && !Array.isArray(value)

/** All children of a name, however many there are. */
export function childrenOf(node: XmlValue, name: string): readonly XmlValue[] {
  const child = isNode(node) ? node[name] : undefined
  if (child === undefined) return []
  return Array.isArray(child) ? child : [child]
}

/** The text of an element that may have attributes, or of an attribute. */
export function textOf(value: XmlValue): string | undefined {
  const text = isNode(value) ? value['#text'] : value
  return typeof text === 'string' && text !== '' ? withoutEntities(text) : undefined
}

/** The text at an exact path; of several elements of a name, the first. */
export function textAt(node: XmlValue, ...path: readonly string[]): string | undefined {
  return textOf(path.reduce<XmlValue>((from, name) => childrenOf(from, name)[0], node))
}

/** Every element of a name, at any depth. */
export function descendants(node: XmlValue, name: string): readonly XmlValue[] {
  if (Array.isArray(node)) return node.flatMap((one) => descendants(one, name))
  if (!isNode(node)) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const own = key === name ? (Array.isArray(value) ? value : [value]) : []
    return key.startsWith('@') ? [] : [...own, ...descendants(value, name)]
  })
}
