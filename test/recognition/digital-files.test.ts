import { openReader } from '@suanhui/bff/recognition/reader'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type ContractData,
  contractData,
  contractPdf,
  drawInvoice,
  type InvoiceType,
  invoiceData,
  invoiceOfd,
  invoicePdf,
  invoiceXml,
  paymentSlipData,
  paymentSlipPdf,
} from '../papers'
import { invoiceTruth } from '../papers/invoice-data'
import { scanPdf } from '../papers/sheet-pdf'
import { yuanText } from '../papers/words'
import { fileOf, rightFields, valuesOf, wronglyVerified } from './reading'

const reader = openReader({ threads: 1 })
afterAll(() => reader.close())

const SEEDS = [1, 2, 3]
const FONTS = ['embedded', 'UniGB-UCS2-H', 'GBK-EUC-H'] as const
const _OLDER: readonly InvoiceType[] = ['10', '20']

/** What is printed without a label is a guess, and everything else is exact. */
const unlabelled = (type: InvoiceType): readonly string[] => (type === '01' || type === '04' ? ['number', 'code'] : [])

describe('an XML invoice', () => {
  it.each(SEEDS)('is read exactly (%i)', async (seed) => {
    const data = invoiceData(seed, { type: seed % 2 ? '31' : '32' })
    const { bytes, truth } = invoiceXml(data)
    const reading = await reader.read(fileOf(bytes))
    expect(valuesOf(reading, truth)).toEqual(truth)
    expect(Object.values(reading.fields).every(({ status, source }) => status === 'verified' && source === 'xml')).toBe(
      true,
    )
    expect(reading.fields.red?.value).toBe(false)
    expect(reading.lines).toEqual(
      data.items.map(({ name, unit, quantity, amountFen, taxFen, rate }) => ({
        name,
        unit,
        quantity,
        amountFen,
        taxFen,
        taxRate: `${rate}%`,
      })),
    )
  })

  it('keeps names with entities, leading zeros and letters as they are', async () => {
    const data = invoiceData(4, { type: '31', buyer: { name: '长沙测试A&B科技有限公司', code: '9133E100MA4L000012' } })
    const reading = await reader.read(fileOf(invoiceXml({ ...data, number: '00123456000000000001' }).bytes))
    expect(reading.fields.buyerName?.value).toBe('长沙测试A&B科技有限公司')
    expect(reading.fields.buyerCode?.value).toBe('9133E100MA4L000012')
    expect(reading.fields.number?.value).toBe('00123456000000000001')
  })

  it('is read from GB18030 too', async () => {
    const xml =
      '<?xml version="1.0" encoding="GB18030"?><EInvoice><TaxSupervisionInfo><InvoiceNumber>1</InvoiceNumber></TaxSupervisionInfo><EInvoiceData><BuyerInformation><BuyerName>'
    const end = '</BuyerName></BuyerInformation></EInvoiceData></EInvoice>'
    // 长沙
    const bytes = Buffer.concat([Buffer.from(xml), Buffer.from([0xb3, 0xa4, 0xc9, 0xb3]), Buffer.from(end)])
    expect((await reader.read(fileOf(bytes))).fields.buyerName?.value).toBe('长沙')
  })

  it('is read in the dialect with Chinese elements, and as the accounting file', async () => {
    const chinese =
      '<发票><发票号码>26430000000000000001</发票号码><开票日期>2026年3月1日</开票日期><购买方><名称>甲测试公司</名称></购买方><价税合计小写>106.00</价税合计小写></发票>'
    const read = await reader.read(fileOf(strToU8(chinese)))
    expect(valuesOf(read, { number: '', issuedOn: '', buyerName: '', totalFen: 0 })).toEqual({
      number: '26430000000000000001',
      issuedOn: '2026-03-01',
      buyerName: '甲测试公司',
      totalFen: 10600,
    })
    const xbrl =
      '<xbrl xmlns:v="http://xbrl.mof.gov.cn/taxonomy/x"><v:InvoiceNumber contextRef="a">26430000000000000002</v:InvoiceNumber><v:TotalTax-includedAmount>53.10</v:TotalTax-includedAmount></xbrl>'
    const accounting = await reader.read(fileOf(strToU8(xbrl)))
    expect(accounting.fields.number?.value).toBe('26430000000000000002')
    expect(accounting.fields.totalFen?.value).toBe(5310)
  })

  it('that is another document is no invoice', async () => {
    await expect(reader.read(fileOf(strToU8('<note><to>x</to></note>')))).rejects.toMatchObject({
      reason: 'unknown_type',
    })
  })
})

describe('an OFD invoice', () => {
  it.each(SEEDS.flatMap((seed) => [['31', seed] as const, ['32', seed] as const, ['10', seed] as const]))(
    'of type %s is read exactly from its attachment (%i)',
    async (type, seed) => {
      const { bytes, truth } = invoiceOfd(invoiceData(seed + 10, { type }))
      const reading = await reader.read(fileOf(bytes))
      expect(valuesOf(reading, truth)).toEqual(truth)
      expect(Object.values(reading.fields).every(({ status }) => status === 'verified')).toBe(true)
    },
  )

  it.each([
    ['tags', { tags: true, text: true }],
    ['tags whose root has no name', { tags: true, malformedTags: true, text: true }],
    ['custom data', { customData: true, text: true }],
    ['the text of its page', { text: true }],
  ] as const)('without attachment is read exactly from %s', async (_, layers) => {
    for (const type of ['31', '10'] as const) {
      const { bytes, truth } = invoiceOfd(invoiceData(21, { type }), layers)
      expect(valuesOf(await reader.read(fileOf(bytes)), truth)).toEqual(truth)
    }
  })
})

describe('a PDF with text', () => {
  it.each(FONTS)('is read exactly, font %s', async (font) => {
    for (const type of ['31', '32', '10', '01'] as const) {
      for (const seed of SEEDS) {
        const data = invoiceData(seed + 30, { type })
        const { bytes, truth } = await invoicePdf(data, { font })
        const reading = await reader.read(fileOf(bytes))
        expect(valuesOf(reading, truth)).toEqual(truth)
        expect(reading.lines.map(({ name, amountFen }) => [name, amountFen])).toEqual(
          data.items.map(({ name, amountFen }) => [name, amountFen]),
        )
        const open = Object.keys(truth).filter((name) => reading.fields[name]?.status !== 'verified')
        expect(unlabelled(type)).toEqual(expect.arrayContaining(open))
        expect(reading.fields.totalFen?.place).toMatchObject({ page: 0 })
      }
    }
  })

  it.each(FONTS)('of a contract and a payment slip is read exactly, font %s', async (font) => {
    for (const seed of SEEDS) {
      const contract = await contractPdf(contractData(seed), { font })
      expect(valuesOf(await reader.read(fileOf(contract.bytes)), contract.truth)).toEqual(contract.truth)
      const slip = await paymentSlipPdf(paymentSlipData(seed), { font })
      expect(valuesOf(await reader.read(fileOf(slip.bytes)), slip.truth)).toEqual(slip.truth)
    }
  })

  it('whose own keys say otherwise than its page leaves the field to a person', async () => {
    const data = invoiceData(41, { type: '31' })
    const keys = { InvoiceNumber: data.number, IssueTime: data.issuedOn, 'TotalTax-includedAmount': '1.00' }
    const { bytes, truth } = await invoicePdf(data, { font: 'UniGB-UCS2-H', info: keys })
    const reading = await reader.read(fileOf(bytes))
    expect(reading.disagreements).toEqual(['totalFen'])
    expect(wronglyVerified(reading, truth)).toEqual([])
    expect(reading.fields.number).toMatchObject({ value: data.number, status: 'verified' })
  })

  it('that carries the invoice as data is read from these', async () => {
    const data = invoiceData(42, { type: '31' })
    const attachment = { name: 'invoice.xml', content: invoiceXml(data).bytes }
    const { bytes, truth } = await invoicePdf(data, { attachment })
    const reading = await reader.read(fileOf(bytes))
    expect(valuesOf(reading, truth)).toEqual(truth)
    expect(reading.fields.number).toMatchObject({ source: 'xml', status: 'verified' })
    expect(reading.lines).toHaveLength(data.items.length)
  })

  it('that holds several invoices is several papers', async () => {
    const { sheetsPdf } = await import('../papers/sheet-pdf')
    const { invoiceSheet } = await import('../papers/invoice-sheets')
    const bytes = await sheetsPdf([
      invoiceSheet(invoiceData(43, { type: '31' })),
      invoiceSheet(invoiceData(44, { type: '31' })),
    ])
    await expect(reader.read(fileOf(bytes))).rejects.toMatchObject({ reason: 'several_papers' })
  })
})

it('a scanned PDF is recognised, and its fields are not exact', async () => {
  const data = invoiceData(51, { type: '31' })
  const { bytes, truth } = await drawInvoice(data)
  const reading = await reader.read(fileOf(await scanPdf([bytes], [595, 397]), 'invoice'))
  expect(rightFields(reading, truth)).toBeGreaterThanOrEqual(9)
  expect(wronglyVerified(reading, truth)).toEqual([])
  expect(Object.values(reading.fields).every(({ source }) => source === 'ocr' || source === 'qr')).toBe(true)
})

describe('a ZIP', () => {
  const data = invoiceData(61, { type: '31' })
  const other = invoiceData(62, { type: '32' })

  it('with one invoice in several forms is one paper, read from the most exact', async () => {
    const zip = zipSync({
      '发票.pdf': (await invoicePdf(data)).bytes,
      '发票.ofd': invoiceOfd(data).bytes,
      '发票.xml': invoiceXml(data).bytes,
      '说明.txt': strToU8('请妥善保管'),
    })
    const reading = await reader.read(fileOf(zip))
    expect(valuesOf(reading, invoiceTruth(data))).toEqual(invoiceTruth(data))
    expect(reading.fields.number?.source).toBe('xml')
    expect(reading.disagreements).toEqual([])
  })

  it('whose forms differ leaves the field to a person', async () => {
    const forged = invoiceXml(data).bytes
    const text = new TextDecoder()
      .decode(forged)
      .replace(`>${yuanText(invoiceTruth(data).totalFen as number)}<`, '>9.99<')
    const reading = await reader.read(
      fileOf(zipSync({ 'a.xml': strToU8(text), 'a.pdf': (await invoicePdf(data)).bytes })),
    )
    expect(reading.disagreements).toContain('totalFen')
    expect(reading.fields.totalFen?.status).toBe('suggested')
  })

  it('with several invoices is refused as one paper, and read as several', async () => {
    const zip = zipSync({ '一.xml': invoiceXml(data).bytes, '二.xml': invoiceXml(other).bytes })
    await expect(reader.read(fileOf(zip))).rejects.toMatchObject({ reason: 'several_papers' })
    const all = await reader.readAll(fileOf(zip))
    expect(all.map(({ name, reading }) => [name, reading.fields.number?.value])).toEqual([
      ['一.xml', data.number],
      ['二.xml', other.number],
    ])
  })

  it('without a paper says so', async () => {
    await expect(reader.read(fileOf(zipSync({ 'a.txt': strToU8('x') })))).rejects.toMatchObject({ reason: 'no_paper' })
  })
})

it('a contract that was signed on two days was signed on the later one, and a person has to look', async () => {
  const { sheetsPdf } = await import('../papers/sheet-pdf')
  const { contractSheets } = await import('../papers/other-sheets')
  const data: ContractData = contractData(71, { signedOn: '2026-03-05' })
  const sheets = contractSheets(data)
  sheets[1]?.text('签订日期：2026年03月09日', 660, 1400)
  const reading = await reader.read(fileOf(await sheetsPdf(sheets)))
  expect(reading.fields.signedOn).toMatchObject({ value: '2026-03-09', status: 'suggested' })
})
