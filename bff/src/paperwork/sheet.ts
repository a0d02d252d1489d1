import { isShapeless } from '@suanhui/shared/forms'
import PDFDocument from 'pdfkit'
import { fontOf, type Weight } from './fonts'

export const PAGE = { width: 595.28, height: 841.89, left: 62, right: 62, top: 50, bottom: 54 } as const
export const WIDTH = PAGE.width - PAGE.left - PAGE.right

/** One character as it is set, and how wide. */
interface Glyph {
  readonly text: string
  readonly em: number
}

const EM = 1000

/** A PDF being drawn: pages, and lines that keep 避头尾. */
export class Sheet {
  readonly missing = new Set<string>()
  readonly doc: PDFKit.PDFDocument
  private readonly glyphs = new Map<string, Glyph>()
  private readonly chunks: Buffer[] = []
  y: number = PAGE.top

  constructor(title: string) {
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: 'zh-CN',
      info: { Title: title, Creator: '算惠通', Producer: '算惠通' },
    })
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk))
  }

  newPage(): void {
    this.doc.addPage({ size: 'A4', margin: 0 })
    this.y = PAGE.top
  }

  get room(): number {
    return PAGE.height - PAGE.bottom - this.y
  }

  private use(weight: Weight): void {
    const name = `sans-${weight}`
    if (!this.registered.has(weight)) {
      this.doc.registerFont(name, fontOf(weight))
      this.registered.add(weight)
    }
    this.doc.font(name)
  }

  private has(point: number): boolean {
    // pdfkit keeps the parsed font; its types do not tell of it.
    const kept: unknown = Reflect.get(this.doc, '_font')
    const font: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'font') : undefined
    if (typeof font !== 'object' || font === null) return false
    const ask: unknown = Reflect.get(font, 'hasGlyphForCodePoint')
    return typeof ask === 'function' && ask.call(font, point) === true
  }

  private readonly registered = new Set<Weight>()

  /** A character that the font lacks is set as its number, [U+20BB7], and told of: never a blank in a name. */
  private glyph(text: string, weight: Weight): Glyph {
    const key = `${weight}${text}`
    const kept = this.glyphs.get(key)
    if (kept !== undefined) return kept
    const point = text.codePointAt(0) ?? 0
    this.use(weight)
    if (isShapeless(text)) return { text: '', em: 0 }
    const there = this.has(point)
    if (!there) this.missing.add(text)
    const shown = there ? text : `[U+${point.toString(16).toUpperCase()}]`
    const glyph = { text: shown, em: this.doc.fontSize(EM).widthOfString(shown) / EM }
    this.glyphs.set(key, glyph)
    return glyph
  }

  /** How wide a text is on one line, in points. */
  widthOf(text: string, size: number, weight: Weight): number {
    return Array.from(text).reduce((sum, each) => sum + this.glyph(each, weight).em * size, 0)
  }

  /** Sets a line from its left upper corner, as one piece, so that it can be selected. */
  set(text: string, x: number, y: number, size: number, weight: Weight): void {
    const shown = Array.from(text, (each) => this.glyph(each, weight).text).join('')
    this.use(weight)
    this.doc.fontSize(size).text(shown, x, y, { lineBreak: false, features: [] })
  }

  /** Page numbers and watermark go onto all pages at the end. */
  async finish(watermark: string | undefined): Promise<Uint8Array> {
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page)
      const text = `第${page + 1}页 共${count}页`
      this.set(text, (PAGE.width - this.widthOf(text, 9, 400)) / 2, PAGE.height - 42, 9, 400)
      if (watermark !== undefined) this.mark(watermark)
    }
    const ended = new Promise((resolve) => this.doc.once('end', resolve))
    this.doc.end()
    await ended
    return Buffer.concat(this.chunks)
  }

  private mark(text: string): void {
    const size = 120
    this.doc
      .save()
      .rotate(-45, { origin: [PAGE.width / 2, PAGE.height / 2] })
      .fillOpacity(0.08)
    const width = this.widthOf(text, size, 700)
    this.set(text, (PAGE.width - width) / 2, PAGE.height / 2 - size * 0.7, size, 700)
    this.doc.restore()
  }
}
