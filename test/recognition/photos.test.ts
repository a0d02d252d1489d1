import { openReader } from '@suanhui/bff/recognition/reader'
import type { Reading } from '@suanhui/shared/papers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  computeBillData,
  contractData,
  drawComputeBill,
  drawContract,
  drawInvoice,
  drawPaymentSlip,
  type InvoiceType,
  invoiceData,
  type Level,
  paymentSlipData,
  photograph,
  type Truth,
} from '../papers'
import { sheetPng } from '../papers/draw-sheet'
import { invoiceSheet } from '../papers/invoice-sheets'
import { contractSheets, paymentSlipSheet } from '../papers/other-sheets'
import { fileOf, rightFields, wronglyVerified } from './reading'

const reader = openReader({ threads: 2 })
afterAll(() => reader.close())

interface Read {
  readonly truth: Truth
  readonly reading: Reading
}

const TYPES: readonly InvoiceType[] = ['31', '32', '10', '01', '04']
const LEVELS: readonly Level[] = ['L0', 'L1', 'L2']

async function readInvoice(type: InvoiceType, level: Level, seed: number): Promise<Read> {
  const { bytes, truth } = await drawInvoice(invoiceData(seed, { type }))
  return { truth, reading: await reader.read(fileOf(await photograph(bytes, level, seed), 'invoice')) }
}

const share = (all: readonly Read[], names?: readonly string[]): number => {
  const only = (truth: Truth): Truth =>
    Object.fromEntries(Object.entries(truth).filter(([name]) => !names || names.includes(name)))
  const right = all.reduce((sum, { reading, truth }) => sum + rightFields(reading, only(truth)), 0)
  return right / all.reduce((sum, { truth }) => sum + Object.keys(only(truth)).length, 0)
}

const CORE = ['type', 'number', 'issuedOn', 'amountFen', 'totalFen', 'code', 'checkCode']
const CODES = ['buyerCode', 'sellerCode']

describe('photos of invoices, from a scan to an ordinary one', () => {
  const all: (Read & { readonly level: Level })[] = []
  beforeAll(async () => {
    for (const [at, level] of LEVELS.entries()) {
      for (const [index, type] of TYPES.entries()) {
        all.push({ ...(await readInvoice(type, level, 7000 + at * 10 + index)), level })
      }
    }
    // Far more than it takes, for a machine that has other things to do.
  }, 900_000)

  it.each(LEVELS)('at %s are read: numbers, dates and sums, codes, names', (level) => {
    const own = all.filter((one) => one.level === level)
    expect(share(own, CORE)).toBe(1)
    expect(share(own, CODES)).toBeGreaterThanOrEqual(0.9)
    expect(share(own)).toBeGreaterThanOrEqual(0.95)
  })

  it('have no field that is verified and wrong', () => {
    expect(all.flatMap(({ reading, truth }) => wronglyVerified(reading, truth))).toEqual([])
  })

  it('have what QR code, sums and check digits prove verified, and names left to a person', () => {
    for (const { reading } of all) {
      expect(reading.fields.number?.status).toBe('verified')
      expect(reading.fields.buyerName?.status).toBe('suggested')
      expect(reading.fields.sellerName?.status).toBe('suggested')
    }
    const proven = all.filter(({ reading }) => reading.fields.totalFen?.status === 'verified')
    expect(proven.length).toBeGreaterThanOrEqual(all.length * 0.85)
  })

  it('have places of what was read on the page', () => {
    for (const { reading } of all) {
      const place = reading.fields.totalFen?.place
      expect(place?.y).toBeGreaterThan(0.4)
      expect(place?.x).toBeGreaterThan(0.4)
    }
  })

  it('count no seal on 数电票, for there is none, and the seller’s on a paper one', () => {
    for (const { reading, truth } of all) {
      if (truth.type === '31' || truth.type === '32') expect(reading.seals).toEqual([])
      if (truth.type === '01') expect(reading.seals).toHaveLength(1)
    }
  })
})

describe('photos of other papers', () => {
  it.each(LEVELS)('slips and bills at %s', async (level) => {
    const slip = await drawPaymentSlip(paymentSlipData(7100))
    const bill = await drawComputeBill(computeBillData(7200))
    const read = [
      { truth: slip.truth, reading: await reader.read(fileOf(await photograph(slip.bytes, level, 1))) },
      { truth: bill.truth, reading: await reader.read(fileOf(await photograph(bill.bytes, level, 2))) },
    ]
    expect(read.map(({ reading }) => reading.kind)).toEqual(['payment_slip', 'compute_bill'])
    expect(share(read)).toBeGreaterThanOrEqual(0.9)
    expect(read.flatMap(({ reading, truth }) => wronglyVerified(reading, truth))).toEqual([])
    expect(read[0]?.reading.seals).toHaveLength(1)
  })

  it.each(['L0', 'L1'] as const)('a contract of two pages at %s, with its seals', async (level) => {
    const [first, second] = await drawContract(contractData(7300))
    if (!first || !second) throw new Error('two pages')
    const one = await reader.read(fileOf(await photograph(first.bytes, level, 3), 'contract'))
    const two = await reader.read(fileOf(await photograph(second.bytes, level, 4), 'contract'))
    const { signedOn, ...truth } = first.truth
    expect(rightFields(one, truth)).toBeGreaterThanOrEqual(9)
    expect(two.fields.signedOn?.value).toBe(signedOn)
    expect([...wronglyVerified(one, first.truth), ...wronglyVerified(two, first.truth)]).toEqual([])
    expect(one.seals).toHaveLength(0)
    expect(two.seals).toHaveLength(2)
  })

  it('one seal is one', async () => {
    const page = contractSheets(contractData(7301, { seals: ['buyer'] }))[1]
    if (!page) throw new Error('a page is missing')
    expect((await reader.read(fileOf(sheetPng(page, 1.4), 'contract'))).seals).toHaveLength(1)
  })
})

describe('whichever way up', () => {
  const data = invoiceData(7400, { type: '31' })
  it.each([90, 180, 270])('a photo turned by %i is read, and places are those of the photo', async (degrees) => {
    const upright = await sharp(sheetPng(invoiceSheet(data), 2))
      .jpeg()
      .toBuffer()
    const { truth } = await drawInvoice(data)
    const reading = await reader.read(fileOf(await sharp(upright).rotate(degrees).jpeg().toBuffer(), 'invoice'))
    expect(rightFields(reading, truth)).toBeGreaterThanOrEqual(9)
    expect(wronglyVerified(reading, truth)).toEqual([])
    const { x = 0, y = 0, width = 0, height = 0 } = reading.fields.totalFen?.place ?? {}
    // Lower right on the paper.
    const [across, down] = [x + width / 2, y + height / 2]
    const turned = { 90: [down, 1 - across], 180: [1 - across, 1 - down], 270: [1 - down, across] }[degrees] ?? []
    expect(turned[0]).toBeCloseTo(0.755, 1)
    expect(turned[1]).toBeCloseTo(0.745, 1)
  })

  it('the camera’s own mark of rotation is followed', async () => {
    const turned = await sharp(sheetPng(invoiceSheet(data), 2))
      .rotate(90)
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer()
    const reading = await reader.read(fileOf(turned, 'invoice'))
    expect(reading.pages[0]).toMatchObject({ width: 2100, height: 1400 })
  })
})

describe('several papers on one photo', () => {
  const [one, other] = [invoiceData(7401, { type: '31' }), invoiceData(7402, { type: '01' })].map((data) =>
    sheetPng(invoiceSheet(data), 1.6),
  )
  const slips = [7403, 7404].map((seed) => sheetPng(paymentSlipSheet(paymentSlipData(seed)), 1.8))

  /** One above the other, on a table. */
  async function together(...[above, below]: readonly (Uint8Array | undefined)[]): Promise<Uint8Array> {
    if (!above || !below) throw new Error('two papers')
    const [upper, lower] = [await sharp(above).metadata(), await sharp(below).metadata()]
    const size = { width: Math.max(upper.width, lower.width) + 80, height: upper.height + lower.height + 120 }
    return sharp({ create: { ...size, channels: 3, background: '#8a7a68' } })
      .composite([
        { input: Buffer.from(above), left: 40, top: 40 },
        { input: Buffer.from(below), left: 40, top: upper.height + 80 },
      ])
      .jpeg()
      .toBuffer()
  }

  it('are refused in words: which of them was meant, nobody knows', async () => {
    const refused = { reason: 'several_papers' }
    await expect(reader.read(fileOf(await together(one, other), 'invoice'))).rejects.toMatchObject(refused)
    await expect(reader.read(fileOf(await together(...slips), 'payment_slip'))).rejects.toMatchObject(refused)
  })

  it('one in two copies is read', async () => {
    const { fields } = await reader.read(fileOf(await together(one, one), 'invoice'))
    expect(fields.number?.value).toBe(invoiceData(7401, { type: '31' }).number)
  })
})

describe('advice at the moment of capture', () => {
  const paper = sheetPng(invoiceSheet(invoiceData(7500, { type: '01' })), 2.4)
  const page = contractSheets(contractData(7501))[1]
  const problems = async (bytes: Uint8Array, kind: 'invoice' | 'contract' = 'invoice') =>
    (await reader.read(fileOf(bytes, kind))).pages[0]?.problems
  const lamp = Buffer.from(
    '<svg width="2000" height="1500"><radialGradient id="g"><stop offset="0.6" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient><circle cx="1100" cy="700" r="330" fill="url(#g)"/></svg>',
  )

  it('a good photo gets none', async () => {
    expect(await problems(await photograph(paper, 'L1', 9))).toEqual([])
  })
  it('too small', async () => {
    expect(await problems(await sharp(paper).resize(800).jpeg().toBuffer())).toContain('too_small')
  })
  it('blurred', async () => {
    expect(await problems(await sharp(paper).blur(9).jpeg().toBuffer())).toContain('blurred')
  })
  it('dark', async () => {
    expect(await problems(await sharp(paper).linear(0.25, 0).jpeg().toBuffer())).toContain('dark')
  })
  it('glare', async () => {
    const dim = await sharp(paper).resize(2000, 1500, { fit: 'cover' }).linear(0.7, 0).toBuffer()
    expect(
      await problems(
        await sharp(dim)
          .composite([{ input: lamp }])
          .jpeg()
          .toBuffer(),
      ),
    ).toContain('glare')
  })
  it('cut off', async () => {
    const cut = sharp(paper).extract({ left: 500, top: 100, width: 2300, height: 1400 })
    expect(await problems(await cut.jpeg().toBuffer())).toContain('cut_off')
  })
  it('nothing written', async () => {
    const size = { width: 2000, height: 1500 }
    const table = sharp({ create: { ...size, channels: 3, background: '#d8d4cc' } })
    expect(await problems(await table.jpeg().toBuffer())).toContain('empty')
  })
  it('grey, where a seal has to be seen', async () => {
    if (!page) throw new Error('a page is missing')
    const signed = sheetPng(page, 1.4)
    expect(await problems(await sharp(signed).greyscale().jpeg().toBuffer(), 'contract')).toContain('grey')
    expect(await problems(signed, 'contract')).not.toContain('grey')
  })
})
