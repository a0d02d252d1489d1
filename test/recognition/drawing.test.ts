import { mkdir, writeFile } from 'node:fs/promises'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { openDrawer } from '@suanhui/bff/drawing/drawer'
import { svgPath } from '@suanhui/bff/drawing/ofd-path-object'
import { stepsIn } from '@suanhui/bff/drawing/ofd-text-object'
import type { Sheet } from '@suanhui/bff/drawing/sheet'
import { openReader } from '@suanhui/bff/recognition/reader'
import type { PagePlace } from '@suanhui/shared/papers'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { contractData, contractPdf, invoiceData, invoiceOfd, invoicePdf } from '../papers'
import { pdfFile } from '../papers/sheet-pdf'
import { fileOf } from './reading'

const draw = openDrawer()
const reader = openReader({ threads: 1 })
afterAll(() => reader.close())

/** Where a person may look at what was drawn. */
const FOLDER = process.env.PICTURES
async function keep(name: string, sheet: Sheet | undefined): Promise<void> {
  if (FOLDER === undefined || sheet === undefined) return
  await mkdir(FOLDER, { recursive: true })
  await writeFile(`${FOLDER}/${name}.jpg`, sheet.view)
}

async function pixelsOf({ view, width, height }: Sheet) {
  const context = createCanvas(width, height).getContext('2d')
  context.drawImage(await loadImage(Buffer.from(view)), 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const at = (x: number, y: number): readonly number[] => {
    const index = 4 * (Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1)))
    return [...data.subarray(index, index + 3)]
  }
  /** Share of dark pixels within a place. */
  const ink = (place: Pick<PagePlace, 'x' | 'y' | 'width' | 'height'>): number => {
    let dark = 0
    let all = 0
    for (let y = place.y; y < place.y + place.height; y += 1 / height) {
      for (let x = place.x; x < place.x + place.width; x += 1 / width) {
        all += 1
        if (at(Math.min(x, 1), Math.min(y, 1)).reduce((sum, one) => sum + one, 0) < 400) dark += 1
      }
    }
    return dark / all
  }
  return { at, ink }
}

/** What was read stands where the picture has it. */
async function expectInkAtFields(bytes: Uint8Array, sheets: readonly Sheet[], least: number): Promise<void> {
  const { fields } = await reader.read(fileOf(bytes))
  const placed = Object.values(fields).flatMap(({ place }) => (place && place.height > 0 ? [place] : []))
  expect(placed.length).toBeGreaterThanOrEqual(least)
  for (const place of placed) {
    const sheet = sheets[place.page]
    if (sheet === undefined) throw new Error('a page was not drawn')
    const { ink } = await pixelsOf(sheet)
    expect(ink(place)).toBeGreaterThan(0.02)
  }
}

describe('the pages of a PDF', () => {
  it.each(['embedded', 'UniGB-UCS2-H', 'GBK-EUC-H'] as const)(
    'are drawn with its words where they were read, also without their font (%s)',
    async (font) => {
      const { bytes } = await invoicePdf(invoiceData(3, { type: '32' }), { font })
      const { sheets, redrawn } = await draw(bytes)
      expect(redrawn).toBe(false)
      expect(sheets.map(({ width }) => width)).toEqual([2000])
      await keep(`pdf-${font}`, sheets[0])
      await expectInkAtFields(bytes, sheets, 8)
      const thumb = await sharp(sheets[0]?.thumb).metadata()
      expect([thumb.format, Math.max(thumb.width, thumb.height)]).toEqual(['jpeg', 400])
    },
  )

  it('are all there, in their order', async () => {
    const { bytes } = await contractPdf(contractData(2))
    const { sheets } = await draw(bytes)
    expect(sheets.length).toBeGreaterThan(1)
    await expectInkAtFields(bytes, sheets, 5)
  })

  it('stay within bounds, however large or thin the paper', async () => {
    const page = (box: string) =>
      pdfFile([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << >> >>`,
      ])
    for (const box of ['0 0 14400 14400', '0 0 14400 1', '0 0 1 1']) {
      const { sheets } = await draw(page(box))
      expect(sheets).toHaveLength(1)
      for (const { width, height } of sheets) expect(Math.max(width, height)).toBeLessThanOrEqual(2000)
    }
  })
})

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'

async function smallOfd(): Promise<Uint8Array> {
  const red = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  const xml = (root: string, inside: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><ofd:${root} ${NAMESPACE}>${inside}</ofd:${root.split(' ')[0]}>`)
  return zipSync({
    'OFD.xml': xml('OFD', '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'),
    'Doc_0/Document.xml': xml(
      'Document',
      `<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 300 300</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>Res.xml</ofd:DocumentRes>
      <ofd:TemplatePage ID="7" BaseLoc="Tpl.xml"/></ofd:CommonData>
      <ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/><ofd:Page ID="2" BaseLoc="Page.xml"/></ofd:Pages>`,
    ),
    'Doc_0/Res.xml': xml(
      'Res',
      `<ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>red.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>
      <ofd:DrawParams><ofd:DrawParam ID="5" LineWidth="4"><ofd:StrokeColor Value="0 128 0"/></ofd:DrawParam></ofd:DrawParams>`,
    ),
    'Doc_0/red.png': red,
    'Doc_0/Tpl.xml': xml(
      'Page',
      `<ofd:Content><ofd:Layer ID="70"><ofd:PathObject ID="71" Boundary="0 0 100 100" DrawParam="5"><ofd:AbbreviatedData>M 0 50 L 100 50</ofd:AbbreviatedData></ofd:PathObject></ofd:Layer></ofd:Content>`,
    ),
    // The paper of this page begins elsewhere than at nought.
    'Doc_0/Page.xml': xml(
      'Page',
      `<ofd:Area><ofd:PhysicalBox>0 0 100 100</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID="7"/><ofd:Content><ofd:Layer ID="2">
      <ofd:ImageObject ID="3" Boundary="10 10 20 20" CTM="20 0 0 20 0 0" ResourceID="9"/>
      <ofd:PathObject ID="4" Boundary="60 10 20 20" Fill="true" Stroke="false"><ofd:FillColor Value="0 0 255"/><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>
      <ofd:TextObject ID="6" Boundary="10 70 80 20" Size="10"><ofd:TextCode X="0" Y="10" DeltaX="g 2 30">测试字</ofd:TextCode></ofd:TextObject>
      <ofd:TextObject ID="8" Visible="false" Boundary="60 35 30 10" Size="10"><ofd:TextCode X="0" Y="9">隐藏</ofd:TextCode></ofd:TextObject>
      </ofd:Layer></ofd:Content>`,
    ),
  })
}

describe('the pages of an OFD', () => {
  it('are drawn anew: pictures, lines, areas and words where the file says', async () => {
    const { sheets, redrawn } = await draw(await smallOfd())
    await keep('ofd-small', sheets[0])
    expect(redrawn).toBe(true)
    expect(sheets.map(({ width, height }) => [width, height])).toEqual([
      [1200, 1200],
      [1200, 1200],
    ])
    const [sheet] = sheets
    if (sheet === undefined) throw new Error('nothing was drawn')
    const { at, ink } = await pixelsOf(sheet)
    const near = (x: number, y: number, colour: readonly number[]) =>
      expect(Math.max(...at(x, y).map((one, index) => Math.abs(one - (colour[index] ?? 0))))).toBeLessThan(30)
    near(0.2, 0.2, [255, 0, 0])
    near(0.7, 0.2, [0, 0, 255])
    near(0.5, 0.5, [0, 128, 0])
    for (const x of [0.1, 0.4, 0.7]) expect(ink({ x, y: 0.7, width: 0.1, height: 0.12 })).toBeGreaterThan(0.05)
    expect(ink({ x: 0.22, y: 0.7, width: 0.16, height: 0.12 })).toBe(0)
    expect(ink({ x: 0.6, y: 0.35, width: 0.3, height: 0.1 })).toBe(0)
  })

  it('have what was read where the picture has it, also where the invoice is attached', async () => {
    const { bytes } = invoiceOfd(invoiceData(5, { type: '32' }))
    const { sheets } = await draw(bytes)
    await keep('ofd-invoice', sheets[0])
    await expectInkAtFields(bytes, sheets, 6)
  })

  it('take steps and paths as the standard writes them', () => {
    expect(stepsIn('3 g 2 1.5 4')).toEqual([3, 1.5, 1.5, 4])
    expect(stepsIn('g 100000000 1')).toHaveLength(5000)
    expect([stepsIn(undefined), stepsIn('g x y'), stepsIn('g -1 2')]).toEqual([[], [], []])
    expect(svgPath('M 0 0 L 5 0 B 1 1 2 2 3 3 C')).toBe('M 0 0 L 5 0 C 1 1 2 2 3 3 Z')
    expect(svgPath('M 0 L url(x) 5')).toBe('')
  })
})

describe('what cannot be drawn', () => {
  it.each([
    ['an encrypted PDF', async () => (await invoicePdf(invoiceData(1), { password: 'x' })).bytes, 'encrypted'],
    ['a broken one', async () => strToU8('%PDF-1.7\nnothing'), 'broken'],
    ['a ZIP that is no OFD', async () => zipSync({ 'a.txt': strToU8('a') }), 'unknown_type'],
    ['text', async () => strToU8('text'), 'unknown_type'],
  ])('%s has a reason', async (_name, bytes, reason) => {
    await expect(draw(await bytes())).rejects.toMatchObject({ reason })
  })

  const program = { file: new URL('./faulty-worker.mjs', import.meta.url), execArgv: [] }
  const faulty = openDrawer({ program, patienceMs: 4_000, memoryBytes: 150 * 1024 * 1024 })
  // Starting a process, and filling memory, take a busy machine their time.
  const patient = openDrawer({ program, patienceMs: 60_000, memoryBytes: 150 * 1024 * 1024 })

  it.each([
    ['exit', 'crashed', patient],
    ['throw', 'crashed', patient],
    ['hang', 'timed_out', faulty],
    ['silent', 'timed_out', faulty],
    ['buffers', 'hostile', patient],
  ])('a process that does %s is ended, and the next file is drawn', async (word, reason, drawer) => {
    await expect(drawer(strToU8(word))).rejects.toMatchObject({ reason })
    expect(await drawer(strToU8('draw'))).toEqual({ sheets: [], redrawn: false })
  })
})
