import { dateOf, fenOf, idText } from '../text/values'

/** What the QR code of an invoice says. It proves nothing by itself: how its last part is made is not public. */
export interface QrInvoice {
  /** 01 专票 … 31 数电专票; absent in the block-chain invoices of Shenzhen. */
  readonly type?: string
  readonly code?: string
  readonly number: string
  readonly issuedOn?: string
  readonly checkCode?: string
  /** Without tax on the older kinds, with tax where the number has 20 digits. */
  readonly sum?: { readonly fen: number; readonly of: 'amount' | 'total' }
}

const DIGITAL_LENGTH = 20
/** 铁路电子客票, 航空电子客票: one price, tax included. */
const TICKETS = ['51', '61']

const present = (text: string | undefined): string | undefined => (text ? idText(text) : undefined)

function taxInvoice(payload: string): QrInvoice | undefined {
  const [version, type = '', code, number = '', sum, day, check] = payload.split(',').map((part) => part.trim())
  if (version !== '01' || !/^\d{2}$/.test(type) || !/^\d{8}$|^\d{20}$/.test(number)) return undefined
  const fen = fenOf(sum)
  const issuedOn = dateOf(day)
  const checkCode = present(check)
  const withTax = number.length === DIGITAL_LENGTH || TICKETS.includes(type)
  const invoiceCode = present(code)
  return {
    type,
    number,
    ...(invoiceCode && { code: invoiceCode }),
    ...(issuedOn && { issuedOn }),
    ...(checkCode && { checkCode }),
    ...(fen !== undefined && { sum: { fen, of: withTax ? 'total' : 'amount' } }),
  }
}

/** 深圳区块链票: an address with the number and the sum in fen. It is read, never called. */
function shenzhenInvoice(payload: string): QrInvoice | undefined {
  if (!payload.startsWith('https://bcfp.shenzhen.chinatax.gov.cn/')) return undefined
  const query = new URL(payload).searchParams
  const [number, sum] = [query.get('bill_num') ?? '', query.get('total_amount') ?? '']
  if (!/^\d{8}$/.test(number) || !/^\d{1,15}$/.test(sum)) return undefined
  return { number, sum: { fen: Number(sum), of: 'total' } }
}

/** An invoice out of a QR code's text; undefined for whatever else is printed on the page. */
export const qrInvoice = (payload: string): QrInvoice | undefined => taxInvoice(payload) ?? shenzhenInvoice(payload)
