import { amountOf, type InvoiceData, qrPayload, taxOf, totalOf } from './invoice-data'
import { invoiceTitle, itemRows } from './invoice-sheets'
import { billTotal, type ComputeBillData, type ContractData, type PaymentSlipData } from './other-data'
import { wrapped } from './other-sheets'
import { Sheet, type TextStyle } from './sheet'
import { grouped, inWords, longDate, yuanText } from './words'

// Papers that nothing is tuned on: other forms, other fonts. They were drawn when the extractor was done; whoever
// changes the extractor for their sake has to draw new ones.

const RED = '#7d2b21'

/** 数电票 in a serif font: wider, parties set lower, code labels smaller than their values, unit prices printed. */
export function heldOutDigitalInvoice(data: InvoiceData): Sheet {
  const sheet = new Sheet(1180, 790, { font: 'serif', size: 17 })
  const label: TextStyle = { colour: RED, size: 15 }
  sheet.code(qrPayload(data), 60, 40, 120)
  sheet.text(invoiceTitle(data), 590, 70, { size: 34, colour: RED, align: 'center', font: 'serif bold' })
  sheet.line(350, 100, 830, 100, RED)
  sheet.seal(590, 84, {
    name: '国家税务总局样例税务局',
    kind: '全国统一发票监制章',
    size: 150,
    oval: true,
    opacity: 0.5,
  })
  sheet.text('发票号码:', 862, 92, label).text(data.number, 940, 92)
  sheet.text('开票日期:', 862, 126, label).text(longDate(data.issuedOn), 940, 126)
  sheet.box(50, 170, 1080, 540, RED)
  for (const y of [290, 570, 622]) sheet.line(50, y, 1130, y, RED)
  for (const x of [82, 590, 622]) sheet.line(x, 170, x, 290, RED)
  sheet.upright('购买方信息', 66, 186, label).upright('销售方信息', 606, 186, label)
  for (const [x, party] of [
    [92, data.buyer],
    [632, data.seller],
  ] as const) {
    sheet.text('名称:', x, 200, label).text(party.name, x + 46, 200)
    sheet
      .text('统一社会信用代码/纳税人识别号:', x, 256, { ...label, size: 14 })
      .text(party.code, x + 226, 256, { spacing: 1 })
  }
  const heads = ['项目名称', '规格型号', '单位', '数量', '单价', '金额', '税率/征收率', '税额']
  const xs = [150, 380, 470, 550, 660, 790, 930, 1070]
  heads.forEach((head, index) => {
    sheet.text(head, xs[index] ?? 0, 310, { ...label, align: 'center' })
  })
  itemRows(sheet, data, { y: 342, step: 30, at: [58, 380, 470, 550, 835, 930, 1120] })
  data.items.forEach((item, index) => {
    sheet.text((item.amountFen / 100 / item.quantity).toFixed(4), 700, 342 + index * 30, { align: 'right' })
  })
  sheet.text('合    计', 150, 548, { ...label, align: 'center' })
  sheet.text(`¥${yuanText(amountOf(data))}`, 835, 548, { align: 'right' })
  sheet.text(`¥${yuanText(taxOf(data))}`, 1120, 548, { align: 'right' })
  sheet.text('价税合计（大写）', 180, 597, { ...label, align: 'center' }).text(inWords(totalOf(data)), 360, 597)
  sheet.text('（小写）', 800, 597, label).text(`¥${yuanText(totalOf(data))}`, 866, 597)
  sheet.upright('备注', 66, 650, label).text(data.remark, 100, 646, { size: 14 })
  sheet.text('开票人:', 150, 745, label).text(data.drawer, 210, 745)
  return sheet
}

/** An older form in a narrow brush font: number above the code, no blanks in labels, no code area. */
export function heldOutOlderInvoice(data: InvoiceData): Sheet {
  const electronic = data.type === '10' || data.type === '20'
  const sheet = new Sheet(1240, 800, { font: electronic ? 'serif' : 'brush', size: 18 }, '#fdfdf8')
  const label: TextStyle = { colour: '#6b3d12', size: 16 }
  sheet.code(qrPayload(data), 70, 36, 115)
  sheet.text(invoiceTitle(data), 620, 64, { size: 34, colour: '#6b3d12', align: 'center' })
  sheet.seal(620, 80, { name: '全国统一发票监制章', kind: '样例税务局监制', size: 150, oval: true, opacity: 0.5 })
  if (electronic) {
    const rows = [`发票代码:${data.code}`, `发票号码:${data.number}`, `开票日期:${longDate(data.issuedOn)}`]
    if (data.checkCode) rows.push(`校验码:${data.checkCode}`)
    rows.forEach((row, index) => {
      sheet.text(row, 880, 40 + index * 27, { size: 16 })
    })
  } else {
    sheet.text(`No ${data.number}`, 980, 50, { size: 28, colour: '#993333' })
    sheet.text(data.code, 980, 88, { size: 22, colour: '#993333' })
    sheet.text(`开票日期:${longDate(data.issuedOn)}`, 920, 126)
    if (data.checkCode) sheet.text(`校验码:${data.checkCode}`, 210, 126)
  }
  sheet.box(60, 160, 1120, 520, '#6b3d12')
  for (const y of [280, 520, 566]) sheet.line(60, y, 1180, y, '#6b3d12')
  sheet.upright('购买方', 76, 180, label).upright('销售方', 76, 584, label)
  for (const [y, party] of [
    [180, data.buyer],
    [582, data.seller],
  ] as const) {
    sheet.text('名称:', 100, y, label).text(party.name, 240, y)
    sheet.text('纳税人识别号:', 100, y + 28, label).text(party.code, 240, y + 28)
    sheet.text('地址、电话:', 100, y + 56, label).text(data.address, 240, y + 56, { size: 15 })
    sheet.text('开户行及账号:', 100, y + 82, label).text(data.bank, 240, y + 82, { size: 15 })
  }
  const heads = ['货物或应税劳务、服务名称', '规格型号', '单位', '数量', '单价', '金额', '税率', '税额']
  const xs = [210, 430, 520, 600, 710, 860, 980, 1100]
  heads.forEach((head, index) => {
    sheet.text(head, xs[index] ?? 0, 300, { ...label, align: 'center' })
  })
  itemRows(sheet, data, { y: 330, step: 30, at: [70, 430, 520, 600, 920, 980, 1170] })
  sheet.text('合计', 200, 500, label)
  sheet.text(`¥${yuanText(amountOf(data))}`, 920, 500, { align: 'right' })
  sheet.text(`¥${yuanText(taxOf(data))}`, 1170, 500, { align: 'right' })
  sheet.text('价税合计(大写)', 190, 543, { ...label, align: 'center' }).text(inWords(totalOf(data)), 400, 543)
  sheet.text('(小写)', 850, 543, label).text(`¥${yuanText(totalOf(data))}`, 920, 543)
  sheet.text(`收款人:${data.drawer}`, 90, 710).text('复核:', 400, 710).text(`开票人:${data.drawer}`, 650, 710)
  if (!electronic) sheet.seal(1010, 640, { name: data.seller.name, kind: '发票专用章', size: 200, oval: true, turn: 9 })
  return sheet
}

export const heldOutInvoice = (data: InvoiceData): Sheet =>
  data.type === '31' || data.type === '32' ? heldOutDigitalInvoice(data) : heldOutOlderInvoice(data)

/** Other words for everything: 委托方, 纳税人识别号, 合同总价, 签约日期. */
export function heldOutContract(data: ContractData): readonly Sheet[] {
  const usual: TextStyle = { size: 23, font: 'serif' }
  const [first, second] = [new Sheet(1240, 1754, usual), new Sheet(1240, 1754, usual)]
  first.text(data.title, 620, 190, { size: 44, align: 'center', font: 'serif bold', spacing: 0 })
  first.text(`协议编号：${data.number}`, 140, 280)
  first.text(`委托方（甲方）：${data.buyer.name}`, 140, 340).text(`纳税人识别号：${data.buyer.code}`, 140, 388)
  first.text(`受托方（乙方）：${data.seller.name}`, 140, 450).text(`纳税人识别号：${data.seller.code}`, 140, 498)
  const texts = [
    '甲乙双方经友好协商，就算力租赁事宜达成如下一致意见，以资共同遵守。',
    `一、租赁标的：乙方出租${data.cards}张${data.chip}算力卡供甲方使用，含存储与网络。`,
    `二、租赁期限：${longDate(data.startsOn)}至${longDate(data.endsOn)}。`,
    `三、合同总价款为人民币（大写）${inWords(data.totalFen)}，小写¥${grouped(data.totalFen)}，含增值税。`,
    '四、结算：每月五日前乙方出具上月账单，甲方确认后十日内付款，乙方开具发票。',
    '五、验收：以乙方平台记录的实际使用卡时为准，双方另有约定的除外。',
  ]
  let y = 580
  for (const text of texts) {
    for (const line of wrapped(`　　${text}`, 40)) {
      first.text(line, 140, y)
      y += 44
    }
  }
  second.text('六、本协议未尽事宜，由双方另行签订补充协议，补充协议与本协议具有同等法律效力。', 140, 160)
  second.text('七、因履行本协议发生争议的，由双方协商解决，协商不成的提交仲裁。', 140, 210)
  for (const [x, side, { name }, person] of [
    [140, '甲方', data.buyer, data.people[0]],
    [680, '乙方', data.seller, data.people[1]],
  ] as const) {
    second.text(`${side}（公章）：`, x, 420).text(name, x, 466, { size: 20 })
    second.text(`授权代表：${person}`, x, 520).text(`签约日期：${longDate(data.signedOn)}`, x, 574)
  }
  for (const side of data.seals) {
    second.seal(side === 'buyer' ? 330 : 880, 480, {
      name: data[side].name,
      kind: '合同专用章',
      size: 220,
      turn: 12,
      opacity: 0.6,
      colour: '#c4161c',
    })
  }
  return [first, second]
}

/** Payer above, payee below, sums at the foot. */
export function heldOutSlip(data: PaymentSlipData): Sheet {
  const sheet = new Sheet(1000, 760, { font: 'serif', size: 18 })
  sheet.text('样例银行客户专用回单', 500, 60, { size: 30, align: 'center', font: 'serif bold' })
  sheet.text(`记账日期：${data.paidOn}`, 60, 120).text(`交易流水号：${data.serial}`, 560, 120)
  const rows = [
    ['付款人户名', data.payer.name],
    ['付款人账号', data.payerAccount],
    ['付款人开户行', data.payerBank],
    ['收款人户名', data.payee.name],
    ['收款人账号', data.payeeAccount],
    ['收款人开户行', data.payeeBank],
    ['大写金额', `人民币${inWords(data.amountFen)}`],
    ['小写金额', `CNY ${grouped(data.amountFen)}`],
    ['用途', data.purpose],
  ] as const
  rows.forEach(([title, value], index) => {
    const y = 180 + index * 54
    sheet
      .line(50, y - 27, 950, y - 27)
      .text(title, 70, y)
      .text(value, 270, y)
  })
  sheet.box(50, 153, 900, 486).line(250, 153, 250, 639)
  sheet.seal(790, 640, { name: '样例银行股份有限公司', kind: '业务专用章', size: 160, opacity: 0.65, turn: -15 })
  return sheet
}

/** Two columns of particulars, the sum in front. */
export function heldOutBill(data: ComputeBillData): Sheet {
  const sheet = new Sheet(1300, 1100, { font: 'serif', size: 22 })
  sheet.text('智算云账单详情', 100, 90, { size: 34, font: 'serif bold' })
  sheet
    .text(`账单号：${data.number}`, 100, 170)
    .text(`计费周期：${data.startsOn.replaceAll('-', '/')} - ${data.endsOn.replaceAll('-', '/')}`, 680, 170)
  sheet.text(`供应商：${data.provider.name}`, 100, 220).text(`用户名称：${data.customer.name}`, 680, 220, { size: 18 })
  sheet.text(`账单总金额：¥${grouped(billTotal(data))}`, 100, 290, { size: 28 })
  sheet
    .text('资源', 120, 370)
    .text('用量（卡时）', 700, 370, { align: 'right' })
    .text('费用', 1180, 370, { align: 'right' })
  data.items.forEach((item, index) => {
    const y = 430 + index * 56
    sheet
      .line(100, y - 28, 1200, y - 28)
      .text(item.name, 120, y)
      .text(`${item.cardHours}.0`, 700, y, { align: 'right' })
    sheet.text(grouped(item.amountFen), 1180, y, { align: 'right' })
  })
  return sheet
}
