import sharp from 'sharp'
import { sheetPng } from './draw-sheet'
import { type InvoiceData, invoiceTruth, type Truth } from './invoice-data'
import { type OfdLayers, invoiceOfd as ofdOf } from './invoice-ofd'
import { invoiceSheet } from './invoice-sheets'
import { invoiceXml as xmlOf } from './invoice-xml'
import {
  type ComputeBillData,
  type ContractData,
  computeBillTruth,
  contractTruth,
  type PaymentSlipData,
  paymentSlipTruth,
} from './other-data'
import { computeBillSheet, contractSheets, paymentSlipSheet } from './other-sheets'
import type { Sheet } from './sheet'
import { type PdfOptions, sheetsPdf } from './sheet-pdf'

export { type Level, photograph } from './degrade'
export { type InvoiceData, type InvoiceType, invoiceData, type Truth } from './invoice-data'
export {
  type ComputeBillData,
  type ContractData,
  computeBillData,
  contractData,
  type PaymentSlipData,
  paymentSlipData,
} from './other-data'

/** A fictitious paper as a file, with what has to be read off it. */
export interface DrawnPaper {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly truth: Truth
}

/** A phone's picture of a page, at the best it can be: 2.4 pixels a unit are 300 dpi. */
const jpeg = async (sheet: Sheet, scale = 2.4): Promise<Uint8Array> =>
  sharp(sheetPng(sheet, scale)).jpeg({ quality: 92 }).toBuffer()

const picture = async (sheet: Sheet, truth: Truth, scale?: number): Promise<DrawnPaper> => ({
  bytes: await jpeg(sheet, scale),
  mediaType: 'image/jpeg',
  truth,
})

export const drawInvoice = (data: InvoiceData): Promise<DrawnPaper> => picture(invoiceSheet(data), invoiceTruth(data))
export const drawPaymentSlip = (data: PaymentSlipData): Promise<DrawnPaper> =>
  picture(paymentSlipSheet(data), paymentSlipTruth(data))
export const drawComputeBill = (data: ComputeBillData): Promise<DrawnPaper> =>
  picture(computeBillSheet(data), computeBillTruth(data), 2)

/** Its pages, a picture each; the truth is that of all of them together. */
export const drawContract = (data: ContractData): Promise<readonly DrawnPaper[]> =>
  Promise.all(contractSheets(data).map((sheet) => picture(sheet, contractTruth(data), 1.4)))

export const invoiceXml = (data: InvoiceData): DrawnPaper => ({
  bytes: new TextEncoder().encode(xmlOf(data)),
  mediaType: 'application/xml',
  truth: invoiceTruth(data),
})

export const invoiceOfd = (data: InvoiceData, layers?: OfdLayers): DrawnPaper => ({
  bytes: ofdOf(data, layers),
  mediaType: 'application/ofd',
  truth: invoiceTruth(data),
})

export const invoicePdf = async (data: InvoiceData, options?: PdfOptions): Promise<DrawnPaper> => ({
  bytes: await sheetsPdf([invoiceSheet(data)], options),
  mediaType: 'application/pdf',
  truth: invoiceTruth(data),
})

export const contractPdf = async (data: ContractData, options?: PdfOptions): Promise<DrawnPaper> => ({
  bytes: await sheetsPdf(contractSheets(data), options),
  mediaType: 'application/pdf',
  truth: contractTruth(data),
})

export const paymentSlipPdf = async (data: PaymentSlipData, options?: PdfOptions): Promise<DrawnPaper> => ({
  bytes: await sheetsPdf([paymentSlipSheet(data)], options),
  mediaType: 'application/pdf',
  truth: paymentSlipTruth(data),
})
