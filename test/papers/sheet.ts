import type { FontName } from './fonts'

export interface TextStyle {
  readonly size?: number
  readonly colour?: string
  readonly font?: FontName
  readonly align?: 'left' | 'center' | 'right'
  /** Extra room between characters. */
  readonly spacing?: number
}

export interface SealStyle {
  readonly name: string
  readonly kind: string
  readonly size: number
  /** Oval, as seals for invoices are. */
  readonly oval?: boolean
  readonly opacity?: number
  readonly turn?: number
  readonly colour?: string
}

export type Mark =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly style: Required<TextStyle>
    }
  | {
      readonly kind: 'line'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly colour: string
    }
  | { readonly kind: 'code'; readonly payload: string; readonly x: number; readonly y: number; readonly size: number }
  | { readonly kind: 'seal'; readonly x: number; readonly y: number; readonly style: SealStyle }

/** One page as it is drawn: five units a millimetre. It becomes a picture or a page of a PDF. */
export class Sheet {
  readonly marks: Mark[] = []

  constructor(
    readonly width: number,
    readonly height: number,
    private readonly usual: TextStyle = {},
    readonly paper = '#ffffff',
  ) {}

  /** y is the middle of the letters. */
  text(text: string, x: number, y: number, style: TextStyle = {}): this {
    const all = {
      size: 16,
      colour: '#111111',
      font: 'sans',
      align: 'left',
      spacing: 0,
      ...this.usual,
      ...style,
    } as const
    if (text !== '') this.marks.push({ kind: 'text', text, x, y, style: all })
    return this
  }

  /** A text that stands upright, one character under the other. */
  upright(text: string, x: number, y: number, style: TextStyle = {}): this {
    const step = (style.size ?? this.usual.size ?? 16) * 1.15
    ;[...text].forEach((character, index) => {
      this.text(character, x, y + index * step, { ...style, align: 'center' })
    })
    return this
  }

  line(x1: number, y1: number, x2: number, y2: number, colour = '#555555'): this {
    this.marks.push({ kind: 'line', from: [x1, y1], to: [x2, y2], colour })
    return this
  }

  box(x: number, y: number, width: number, height: number, colour = '#555555'): this {
    return this.line(x, y, x + width, y, colour)
      .line(x + width, y, x + width, y + height, colour)
      .line(x + width, y + height, x, y + height, colour)
      .line(x, y + height, x, y, colour)
  }

  code(payload: string, x: number, y: number, size: number): this {
    this.marks.push({ kind: 'code', payload, x, y, size })
    return this
  }

  /** x and y are the seal's middle. */
  seal(x: number, y: number, style: SealStyle): this {
    this.marks.push({ kind: 'seal', x, y, style })
    return this
  }
}
