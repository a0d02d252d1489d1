/** x and y, in the unit of the page. */
export type Point = readonly [number, number]
/** Upper left, upper right, lower right, lower left, as one reads the text. */
export type Quad = readonly [Point, Point, Point, Point]

/** A run of characters on a page, from OCR or from a file. */
export interface TextLine {
  readonly text: string
  /** 0 to 1; 1 where the file holds the characters. */
  readonly confidence: number
  readonly quad: Quad
}

/** A page as text with places. */
export interface TextPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly TextLine[]
}

export const boxQuad = (x: number, y: number, width: number, height: number): Quad => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]
