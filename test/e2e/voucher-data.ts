import { checkCharacter } from '@suanhui/shared/credit-code'
import { addDays, shanghaiDay } from '@suanhui/shared/date'
import { wan } from '@suanhui/shared/money'
import { contractData, contractPdf, invoiceData, invoiceXml, paymentSlipData, paymentSlipPdf } from '../papers'
import { PROVIDERS } from '../sandbox/seeds/providers'
import type { HandedFile } from './surface'

const first17 = '91140105MA0TEXT2X'

/** A company of Shanxi, fictitious. */
export const COMPANY = {
  name: '太原测试智能应用有限公司',
  creditCode: first17 + checkCharacter(first17),
  phone: '13800000021',
} as const

const TODAY = shanghaiDay(new Date())
const provider = PROVIDERS.find((one) => one.platform === 'shanxi' && one.lapsedOn === undefined)
if (provider === undefined) throw new Error('the sandbox has no provider in Shanxi')
export const SITE = provider.site

const buyer = { name: COMPANY.name, code: COMPANY.creditCode }
const seller = { name: provider.name, code: provider.creditCode }

/** 400,000 yuan of compute in Shanxi: 20% of it is 80,000. */
export const CONTRACT = contractData(11, {
  title: '算力服务合同',
  number: 'SXHT-2026-0011',
  buyer,
  seller,
  signedOn: addDays(TODAY, -12),
  startsOn: addDays(TODAY, -11),
  endsOn: addDays(TODAY, 200),
  totalFen: wan(40),
})

export async function contractFile(): Promise<HandedFile> {
  const { bytes, mediaType } = await contractPdf(CONTRACT)
  return { name: '合同.pdf', mimeType: mediaType, bytes }
}

const INVOICE = invoiceData(41, {
  type: '31',
  issuedOn: addDays(TODAY, -5),
  buyer,
  seller,
  items: [
    {
      name: '*信息技术服务*算力服务费',
      spec: '',
      unit: '项',
      quantity: 1,
      amountFen: 37_735_849,
      taxFen: 2_264_151,
      rate: 6,
    },
  ],
})

/** What it is redeemed with, by place. */
export async function redemptionPapers(): Promise<readonly (readonly [string, HandedFile])[]> {
  const xml = invoiceXml(INVOICE)
  const slip = await paymentSlipPdf(
    paymentSlipData(15, { payer: buyer, payee: seller, amountFen: wan(40), paidOn: addDays(TODAY, -3) }),
  )
  return [
    ['发票', { name: '发票.xml', mimeType: xml.mediaType, bytes: xml.bytes }],
    ['付款凭证', { name: '回单.pdf', mimeType: slip.mediaType, bytes: slip.bytes }],
  ]
}
