import { amountOf, type InvoiceData, taxOf, totalOf } from './invoice-data'
import { inWords, yuanText } from './words'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A 数电票 in the form that the tax office hands out (Version 0.32). */
export function invoiceXml(data: InvoiceData): string {
  const label = data.type === '31' ? ['01', '增值税专用发票'] : ['02', '普通发票']
  const items = data.items.map(
    (item) => `<IssuItemInformation><ItemName>${escaped(item.name)}</ItemName><SpecMod>${escaped(item.spec)}</SpecMod>
<MeaUnits>${item.unit}</MeaUnits><Quantity>${item.quantity}</Quantity><UnPrice>${item.amountFen / item.quantity / 100}</UnPrice>
<Amount>${yuanText(item.amountFen)}</Amount><TaxRate>${item.rate / 100}</TaxRate><ComTaxAm>${yuanText(item.taxFen)}</ComTaxAm>
<TotaltaxIncludedAmount>${yuanText(item.amountFen + item.taxFen)}</TotaltaxIncludedAmount>
<TaxClassificationCode>3040201990000000000</TaxClassificationCode></IssuItemInformation>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<EInvoice xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Header><EIid>${data.number}</EIid>
<EInvoiceTag>SWEI3200</EInvoiceTag><Version>0.32</Version><InherentLabel><InIssuType><LabelCode>Y</LabelCode>
<LabelName>蓝字发票</LabelName></InIssuType><EInvoiceType><LabelCode>01</LabelCode></EInvoiceType><GeneralOrSpecialVAT>
<LabelCode>${label[0]}</LabelCode><LabelName>${label[1]}</LabelName></GeneralOrSpecialVAT></InherentLabel></Header>
<EInvoiceData><SellerInformation><SellerIdNum>${data.seller.code}</SellerIdNum><SellerName>${escaped(data.seller.name)}</SellerName>
<SellerAddr>${data.address}</SellerAddr></SellerInformation><BuyerInformation><BuyerIdNum>${data.buyer.code}</BuyerIdNum>
<BuyerName>${escaped(data.buyer.name)}</BuyerName></BuyerInformation><BasicInformation>
<TotalAmWithoutTax>${yuanText(amountOf(data))}</TotalAmWithoutTax><TotalTaxAm>${yuanText(taxOf(data))}</TotalTaxAm>
<TotalTax-includedAmount>${yuanText(totalOf(data))}</TotalTax-includedAmount>
<TotalTax-includedAmountInChinese>${inWords(totalOf(data))}</TotalTax-includedAmountInChinese>
<Drawer>${data.drawer}</Drawer><RequestTime>${data.issuedOn} 10:00:00</RequestTime></BasicInformation>
${items.join('\n')}<SpecificInformation/><AdditionalInformation><Remark>${escaped(data.remark)}</Remark></AdditionalInformation>
</EInvoiceData><TaxSupervisionInfo><InvoiceNumber>${data.number}</InvoiceNumber><IssueTime>${data.issuedOn} 10:00:00</IssueTime>
<TaxBureauCode>1430000</TaxBureauCode><TaxBureauName>国家税务总局测试税务局</TaxBureauName></TaxSupervisionInfo></EInvoice>`
}

const FILE_TYPES: Readonly<Partial<Record<InvoiceData['type'], string>>> = {
  '01': '004',
  '04': '007',
  '10': '026',
  '20': '028',
}

/** The older 电子票, as it is attached to its OFD. */
export const olderInvoiceXml = (data: InvoiceData): string => `<?xml version="1.0" encoding="UTF-8"?>
<fp:eInvoice xmlns:fp="http://www.edrm.org.cn/schema/e-invoice/2019"><fp:DocID>1</fp:DocID>
<fp:InvoiceTypeCode>${FILE_TYPES[data.type] ?? ''}</fp:InvoiceTypeCode><fp:InvoiceCode>${data.code}</fp:InvoiceCode>
<fp:InvoiceNo>${data.number}</fp:InvoiceNo><fp:IssueDate>${data.issuedOn}</fp:IssueDate>
<fp:InvoiceCheckCode>${data.checkCode}</fp:InvoiceCheckCode><fp:Buyer><fp:BuyerName>${escaped(data.buyer.name)}</fp:BuyerName>
<fp:BuyerTaxID>${data.buyer.code}</fp:BuyerTaxID></fp:Buyer><fp:TaxInclusiveTotalAmount>${yuanText(totalOf(data))}</fp:TaxInclusiveTotalAmount>
<fp:TaxExclusiveTotalAmount>${yuanText(amountOf(data))}</fp:TaxExclusiveTotalAmount><fp:TaxTotalAmount>${yuanText(taxOf(data))}</fp:TaxTotalAmount>
<fp:Seller><fp:SellerName>${escaped(data.seller.name)}</fp:SellerName><fp:SellerTaxID>${data.seller.code}</fp:SellerTaxID></fp:Seller>
<fp:GoodsInfos>${data.items.map((item) => `<fp:GoodsInfo><fp:Item>${item.name}</fp:Item><fp:Quantity>${item.quantity}</fp:Quantity><fp:Amount>${yuanText(item.amountFen)}</fp:Amount><fp:TaxScheme>${item.rate}%</fp:TaxScheme><fp:TaxAmount>${yuanText(item.taxFen)}</fp:TaxAmount></fp:GoodsInfo>`).join('')}</fp:GoodsInfos>
</fp:eInvoice>`
