import type { OfdPart } from './ofd-parts'
import { childrenOf, textAt, type XmlValue } from './xml'

/** A page's paper, in millimetres: everything on it is counted from its upper left corner. */
export interface OfdBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Numbers between blanks; what is none is left out. */
export const numbersIn = (text: string | undefined): readonly number[] =>
  (text ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number)
    .filter((number) => Number.isFinite(number))

const MOST_MM = 5000
const A4: OfdBox = { x: 0, y: 0, width: 210, height: 297 }

function boxIn(area: XmlValue): OfdBox | undefined {
  const [x, y, width = 0, height = 0] = numbersIn(textAt(area, 'PhysicalBox'))
  if (x === undefined || y === undefined) return undefined
  return width > 0 && height > 0 && width < MOST_MM && height < MOST_MM ? { x, y, width, height } : undefined
}

/** As the page says, else as the document says of all. */
export const boxOfPage = (page: XmlValue, document: OfdPart): OfdBox =>
  boxIn(childrenOf(page, 'Area')[0]) ??
  boxIn(childrenOf(childrenOf(document.tree.Document, 'CommonData')[0], 'PageArea')[0]) ??
  A4
