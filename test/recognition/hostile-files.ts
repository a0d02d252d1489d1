import { deflateSync } from 'node:zlib'
import type { UnreadableReason } from '@suanhui/shared/papers'
import { strToU8, zipSync } from 'fflate'
import { contractData, contractPdf, drawInvoice, invoiceData, invoiceOfd, invoicePdf, invoiceXml } from '../papers'
import { pdfFile } from '../papers/sheet-pdf'

export interface HostileFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What it may be answered with. */
  readonly reasons: readonly UnreadableReason[]
}

const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0"?>${body}`)

const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'bcdefghij'[index]} "&${'abcdefghi'[index]};&${'abcdefghi'[index]};">`).join('')}]><l>&j;</l>`

/** A PNG that claims to be so large, with hardly anything in it. */
export function hugePng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length, 0)
    head.write(type, 4, 'latin1')
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])), 0)
    return Buffer.concat([head, data, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A ZIP whose entry claims to be smaller than what comes out of it. */
function lyingZip(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'OFD.xml': new Uint8Array(15_000_000) }, { level: 9 }))
  const claim = (at: number): void => {
    zip.writeUInt32LE(1000, at)
  }
  claim(22)
  claim(zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
  return zip
}

/** Two entries in the directory that share one packed body. */
function overlappingZip(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'a.xml': strToU8('<a/>'), 'b.xml': strToU8('<b/>') }))
  const first = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  const second = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), first + 4)
  zip.writeUInt32LE(zip.readUInt32LE(first + 42), second + 42)
  return zip
}

function encryptedZip(): Uint8Array {
  const zip = Buffer.from(zipSync({ 'OFD.xml': strToU8('<OFD/>') }))
  const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8)
  return zip
}

const manyPages = (count: number): Uint8Array =>
  pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ')}] >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>'),
  ])

const HEIC = Uint8Array.from([0, 0, 0, 0x18, ...strToU8('ftypheic'), 0, 0, 0, 0, ...strToU8('mif1heic')])
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2))

/** Files that nobody sends by accident, and some that arrive broken. */
export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const data = invoiceData(1, { type: '31' })
  const [jpeg, pdf] = [(await drawInvoice(data)).bytes, (await invoicePdf(data)).bytes]
  const locked = (await contractPdf(contractData(1), { password: 'secret' })).bytes
  const entries = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}.xml`, strToU8('<a/>')]))
  const bomb = { 'OFD.xml': new Uint8Array(19_000_000), 'b.xml': new Uint8Array(19_000_000) }
  return [
    { name: 'nothing', bytes: new Uint8Array(0), reasons: ['empty'] },
    { name: '21 MB', bytes: new Uint8Array(21 * 1024 * 1024), reasons: ['too_large'] },
    { name: 'a photo of an iPhone', bytes: HEIC, reasons: ['heic'] },
    { name: 'a program', bytes: Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3, 0]), reasons: ['unknown_type'] },
    { name: 'HTML', bytes: strToU8('<html><script>alert(1)</script></html>'), reasons: ['unknown_type'] },
    { name: 'SVG', bytes: strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'), reasons: ['unknown_type'] },
    { name: 'a DTD', bytes: xml('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), reasons: ['hostile'] },
    { name: 'a billion laughs', bytes: xml(LAUGHS), reasons: ['hostile'] },
    { name: 'XML 100,000 deep', bytes: xml('<a>'.repeat(100_000)), reasons: ['hostile'] },
    { name: '300,000 elements', bytes: xml(`<a>${'<b/>'.repeat(300_000)}</a>`), reasons: ['hostile'] },
    { name: 'XML of 6 MB', bytes: xml(`<a>${'x'.repeat(6_000_000)}</a>`), reasons: ['too_large'] },
    { name: 'half an XML', bytes: half(invoiceXml(data).bytes), reasons: ['broken'] },
    { name: 'a ZIP bomb', bytes: zipSync(bomb, { level: 9 }), reasons: ['hostile'] },
    { name: 'a ZIP that lies', bytes: lyingZip(), reasons: ['hostile'] },
    { name: 'a ZIP whose entries overlap', bytes: overlappingZip(), reasons: ['hostile'] },
    { name: 'a ZIP of 500 files', bytes: zipSync(entries), reasons: ['hostile'] },
    { name: 'a ZIP that leads out', bytes: zipSync({ '../../etc/x.xml': strToU8('<a/>') }), reasons: ['hostile'] },
    { name: 'a ZIP with a password', bytes: encryptedZip(), reasons: ['encrypted'] },
    { name: 'half an OFD', bytes: half(invoiceOfd(data).bytes), reasons: ['broken'] },
    { name: 'a PNG of 100 megapixels', bytes: hugePng(10_000, 10_000), reasons: ['too_many_pixels'] },
    { name: 'a PNG of 4 gigapixels', bytes: hugePng(65_000, 65_000), reasons: ['too_many_pixels', 'broken'] },
    { name: 'a PNG with nothing in it', bytes: hugePng(4000, 3000), reasons: ['broken'] },
    { name: 'half a photo', bytes: half(jpeg), reasons: ['broken'] },
    { name: 'the head of a photo', bytes: jpeg.subarray(0, 200), reasons: ['broken'] },
    { name: 'a PDF with a password', bytes: locked, reasons: ['encrypted'] },
    { name: 'half a PDF', bytes: half(pdf), reasons: ['broken'] },
    { name: 'a PDF of 10,000 pages', bytes: manyPages(10_000), reasons: ['too_many_pages'] },
    { name: 'a PDF behind a picture', bytes: Buffer.concat([Buffer.from('GIF89a'), pdf]), reasons: ['unknown_type'] },
  ]
}
