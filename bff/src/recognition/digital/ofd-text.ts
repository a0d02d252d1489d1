import { boxQuad, type TextPage } from '../text/line'
import { plainText } from '../text/values'
import { boxOfPage, numbersIn, type OfdBox } from './ofd-box'
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

function textsIn(part: OfdPart, page: number): readonly OfdText[] {
  return descendants(part.tree, 'TextObject').map((one) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbersIn(textAt(one, '@Boundary'))
    const text = childrenOf(one, 'TextCode')
      .map((code) => textOf(code) ?? '')
      .join('')
    return { id: textAt(one, '@ID') ?? '', text, page, x, y, width, height }
  })
}

const locationOf = (one: XmlValue): string | undefined => textAt(one, '@BaseLoc')

/** One page: its own content, and what lies under or over it on many pages. */
export interface OfdPage {
  readonly content: OfdPart | undefined
  readonly templates: readonly { readonly part: OfdPart; readonly over: boolean }[]
  readonly box: OfdBox
}

/** All pages of a document in their order. */
export function pagesOfOfd(parts: OfdParts, document: OfdPart): readonly OfdPage[] {
  const root = document.tree.Document
  const templates = new Map(
    childrenOf(childrenOf(root, 'CommonData')[0], 'TemplatePage').map((one) => [textAt(one, '@ID'), locationOf(one)]),
  )
  return childrenOf(childrenOf(root, 'Pages')[0], 'Page').map((one) => {
    const content = parts.open(locationOf(one), document.path)
    const named = content ? descendants(content.tree, 'Template') : []
    return {
      content,
      templates: named.flatMap((template) => {
        const part = parts.open(templates.get(textAt(template, '@TemplateID')), document.path)
        return part ? [{ part, over: textAt(template, '@ZOrder') === 'Foreground' }] : []
      }),
      box: boxOfPage(content?.tree.Page, document),
    }
  })
}

/** All texts of all pages, those of their templates among them. */
export const ofdTexts = (pages: readonly OfdPage[]): readonly OfdText[] =>
  pages.flatMap(({ content, templates }, page) =>
    content ? [...templates.flatMap(({ part }) => textsIn(part, page)), ...textsIn(content, page)] : [],
  )

/** The pages as lines; an OFD's text needs no recognition. */
export const ofdPages = (texts: readonly OfdText[], boxes: readonly OfdBox[]): readonly TextPage[] =>
  boxes.map((box, page) => ({
    width: box.width,
    height: box.height,
    lines: texts
      .filter((one) => one.page === page && plainText(one.text) !== '')
      .map(({ text, x, y, width, height }) => ({
        text: plainText(text),
        confidence: 1,
        quad: boxQuad(x - box.x, y - box.y, width, height),
      })),
  }))
