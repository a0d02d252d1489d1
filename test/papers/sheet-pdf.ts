import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import type { Mark, Sheet } from './sheet'

/** How the Chinese in a PDF is written: with its font inside, or as tax PDFs do, with the name of a font only. */
export type PdfFont = 'embedded' | 'UniGB-UCS2-H' | 'GBK-EUC-H'

export interface PdfOptions {
  readonly font?: PdfFont
  /** Further keys of the Info dictionary. */
  readonly info?: Readonly<Record<string, string>>
  readonly attachment?: { readonly name: string; readonly content: Uint8Array }
  readonly password?: string
}

/** Five units a millimetre, in points. */
const POINT = 72 / 25.4 / 5

type TextMark = Extract<Mark, { kind: 'text' }>

const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + (character < '\u0100' ? size / 2 : size), 0)

const leftOf = ({ text, x, style }: TextMark, width = textWidth(text, style.size)): number =>
  style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x

/** A WOFF as the TTF that is packed in it: PDFs take no other. */
function inflated(file: string): Buffer {
  const woff = readFileSync(file)
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const raw = woff.subarray(offset, offset + packed)
    return {
      tag: woff.subarray(at, at + 4),
      data: packed < length ? inflateSync(raw) : raw,
      check: woff.readUInt32BE(at + 16),
    }
  })
  const head = Buffer.alloc(12 + 16 * count)
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  const parts: Buffer[] = [head]
  let offset = head.length
  tables.forEach(({ tag, data, check }, index) => {
    const at = 12 + 16 * index
    tag.copy(head, at)
    head.writeUInt32BE(check, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4)
    parts.push(data, padding)
    offset += data.length + padding.length
  })
  return Buffer.concat(parts)
}

const SANS = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff'
let sans: Buffer | undefined

async function embeddedPdf(sheets: readonly Sheet[], options: PdfOptions): Promise<Uint8Array> {
  sans ??= inflated(createRequire(import.meta.url).resolve(SANS))
  const document = new PDFDocument({
    autoFirstPage: false,
    info: { ...options.info },
    ...(options.password && { userPassword: options.password, ownerPassword: `${options.password}-owner` }),
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.registerFont('sans', sans)
  if (options.attachment) document.file(Buffer.from(options.attachment.content), { name: options.attachment.name })
  for (const sheet of sheets) {
    document.addPage({ size: [sheet.width * POINT, sheet.height * POINT], margin: 0 })
    for (const mark of sheet.marks) {
      if (mark.kind === 'line') {
        const [[x1, y1], [x2, y2]] = [mark.from, mark.to]
        document
          .moveTo(x1 * POINT, y1 * POINT)
          .lineTo(x2 * POINT, y2 * POINT)
          .lineWidth(0.6)
          .stroke(mark.colour)
      } else if (mark.kind === 'text') {
        document
          .font('sans')
          .fontSize(mark.style.size * POINT)
          .fillColor(mark.style.colour)
        const width = document.widthOfString(mark.text) / POINT
        document.text(mark.text, leftOf(mark, width) * POINT, (mark.y - mark.style.size * 0.72) * POINT, {
          lineBreak: false,
        })
      }
    }
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

const gbkCodes = (): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, number>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), high * 256 + low)
    }
  }
  return codes
}

let gbk: ReadonlyMap<string, number> | undefined

function hexOf(text: string, font: PdfFont): string {
  if (font === 'UniGB-UCS2-H') return [...text].map((one) => one.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  gbk ??= gbkCodes()
  const codes = gbk
  return [...text]
    .map((one) =>
      one < '\u0080' ? one.charCodeAt(0).toString(16).padStart(2, '0') : (codes.get(one) ?? 0xa1a1).toString(16),
    )
    .join('')
}

/** Objects of a PDF, numbered from 1, as a file. */
export function pdfFile(objects: readonly string[], info?: number): Uint8Array {
  let text = '%PDF-1.5\n'
  const places = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  text += places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${info ? ` /Info ${info} 0 R` : ''} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

function plainPdf(sheets: readonly Sheet[], font: PdfFont, info: Readonly<Record<string, string>>): Uint8Array {
  const first = 7
  const kids = sheets.map((_, index) => `${first + index * 2} 0 R`)
  const keys = Object.entries(info).map(([key, value]) => `/${key} (${value})`)
  const pages = sheets.flatMap((sheet, index) => {
    const content = sheet.marks
      .filter((mark) => mark.kind === 'text')
      .map((mark) => {
        const { size } = mark.style
        const [x, y] = [leftOf(mark) * POINT, (sheet.height - mark.y - size * 0.35) * POINT]
        return `BT /F1 ${(size * POINT).toFixed(3)} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${hexOf(mark.text, font)}> Tj ET`
      })
      .join('\n')
    const box = `0 0 ${(sheet.width * POINT).toFixed(2)} ${(sheet.height * POINT).toFixed(2)}`
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]
  })
  return pdfFile(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${sheets.length} >>`,
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${font} /DescendantFonts [4 0 R] >>`,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500 814 939 500 7716 7716 500] /FontDescriptor 6 0 R >>',
      `<< ${keys.join(' ')} >>`,
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
      ...pages,
    ],
    5,
  )
}

/** Pages as a PDF with a text layer. */
export const sheetsPdf = async (sheets: readonly Sheet[], options: PdfOptions = {}): Promise<Uint8Array> =>
  options.font === undefined || options.font === 'embedded'
    ? embeddedPdf(sheets, options)
    : plainPdf(sheets, options.font, options.info ?? {})

/** Pictures of pages as a PDF without text: what a scanner makes. */
export async function scanPdf(pages: readonly Uint8Array[], size: readonly [number, number]): Promise<Uint8Array> {
  const document = new PDFDocument({ autoFirstPage: false })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (const page of pages) {
    document.addPage({ size: [...size], margin: 0 })
    document.image(Buffer.from(page), 0, 0, { width: size[0], height: size[1] })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}
