import { boxQuad, type TextPage } from '../text/line'
import { plainText } from '../text/values'
import type { OfdPart, OfdParts } from './ofd-parts'
import { childrenOf, descendants, textAt, textOf, type XmlValue } from './xml'

/** One text object: where it stands, in millimetres. */
export interface OfdText {
  readonly id: string
  readonly text: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const numbers = (text: string | undefined): readonly number[] => (text ?? '').trim().split(/\s+/).map(Number)

function textsIn(part: OfdPart, page: number): readonly OfdText[] {
  return descendants(part.tree, 'TextObject').map((one) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers(textAt(one, '@Boundary'))
    const text = childrenOf(one, 'TextCode')
      .map((code) => textOf(code) ?? '')
      .join('')
    return { id: textAt(one, '@ID') ?? '', text, page, x, y, width, height }
  })
}

const A4: readonly [number, number] = [210, 297]

/** All texts of all pages, those of their templates among them. */
export function ofdTexts(parts: OfdParts, document: OfdPart): readonly OfdText[] {
  const root = document.tree.Document
  const location = (one: XmlValue): string | undefined => textAt(one, '@BaseLoc')
  const templates = new Map(
    childrenOf(childrenOf(root, 'CommonData')[0], 'TemplatePage').map((one) => [textAt(one, '@ID'), location(one)]),
  )
  return childrenOf(childrenOf(root, 'Pages')[0], 'Page').flatMap((one, page) => {
    const content = parts.open(location(one), document.path)
    if (!content) return []
    const under = descendants(content.tree, 'Template').flatMap((template) => {
      const part = parts.open(templates.get(textAt(template, '@TemplateID')), document.path)
      return part ? textsIn(part, page) : []
    })
    return [...under, ...textsIn(content, page)]
  })
}

/** The pages as lines; an OFD's text needs no recognition. */
export function ofdPages(texts: readonly OfdText[], count: number): readonly TextPage[] {
  return Array.from({ length: count }, (_, page) => {
    const own = texts.filter((one) => one.page === page && plainText(one.text) !== '')
    return {
      width: Math.max(A4[0], ...own.map(({ x, width }) => x + width)),
      height: Math.max(A4[0] / 2, ...own.map(({ y, height }) => y + height)),
      lines: own.map(({ text, x, y, width, height }) => ({
        text: plainText(text),
        confidence: 1,
        quad: boxQuad(x, y, width, height),
      })),
    }
  })
}
