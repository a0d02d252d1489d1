import { amountOf, type InvoiceData, qrPayload, taxOf, totalOf } from './invoice-data'
import { Sheet, type TextStyle } from './sheet'
import { inWords, longDate, yuanText } from './words'

const BROWN = '#8a3a10'
const label: TextStyle = { colour: BROWN }

const TITLES: Readonly<Record<InvoiceData['type'], string>> = {
  '31': '电子发票（增值税专用发票）',
  '32': '电子发票（普通发票）',
  '10': '湖南增值税电子普通发票',
  '20': '湖南增值税电子专用发票',
  '01': '湖南增值税专用发票',
  '04': '湖南增值税普通发票',
}

export const invoiceTitle = ({ type }: InvoiceData): string => TITLES[type]

interface Rows {
  readonly y: number
  readonly step: number
  /** name, spec, unit, quantity, amount, rate, tax: where they stand. */
  readonly at: readonly [number, number, number, number, number, number, number]
  readonly style?: TextStyle
}

export function itemRows(sheet: Sheet, data: InvoiceData, { y, step, at, style = {} }: Rows): void {
  data.items.forEach((item, index) => {
    const row = y + index * step
    const [name, spec, unit, quantity, amount, rate, tax] = at
    sheet
      .text(item.name, name, row, style)
      .text(item.spec, spec, row, { ...style, align: 'center' })
      .text(item.unit, unit, row, { ...style, align: 'center' })
      .text(String(item.quantity), quantity, row, { ...style, align: 'center' })
      .text(yuanText(item.amountFen), amount, row, { ...style, align: 'right' })
      .text(`${item.rate}%`, rate, row, { ...style, align: 'center' })
      .text(yuanText(item.taxFen), tax, row, { ...style, align: 'right' })
  })
}

/** 数电票, 210 × 140 mm: parties side by side. */
export function digitalInvoiceSheet(data: InvoiceData): Sheet {
  const sheet = new Sheet(1050, 700)
  sheet.code(qrPayload(data), 45, 24, 100)
  sheet.text(invoiceTitle(data), 525, 56, { size: 30, colour: BROWN, align: 'center' })
  sheet.line(330, 82, 720, 82, BROWN).line(330, 86, 720, 86, BROWN)
  sheet.seal(525, 62, {
    name: '国家税务总局测试税务局',
    kind: '全国统一发票监制章',
    size: 140,
    oval: true,
    opacity: 0.6,
  })
  sheet.text('发票号码：', 745, 66, label).text(data.number, 825, 66)
  sheet.text('开票日期：', 745, 98, label).text(longDate(data.issuedOn), 825, 98)
  sheet.box(40, 135, 970, 497, BROWN)
  for (const y of [245, 500, 542]) sheet.line(40, y, 1010, y, BROWN)
  for (const x of [66, 525, 551]) sheet.line(x, 135, x, 245, BROWN)
  sheet.upright('购买方信息', 53, 150, { ...label, size: 16 }).upright('销售方信息', 538, 150, { ...label, size: 16 })
  sheet.text('名称：', 76, 164, label).text(data.buyer.name, 124, 164)
  sheet.text('统一社会信用代码/纳税人识别号：', 76, 216, label).text(data.buyer.code, 330, 216)
  sheet.text('名称：', 561, 164, label).text(data.seller.name, 609, 164)
  sheet.text('统一社会信用代码/纳税人识别号：', 561, 216, label).text(data.seller.code, 815, 216)
  const heads = ['项目名称', '规格型号', '单 位', '数 量', '单 价', '金 额', '税率/征收率', '税 额']
  const xs = [130, 325, 415, 490, 590, 715, 825, 955]
  heads.forEach((head, index) => {
    sheet.text(head, xs[index] ?? 0, 262, { ...label, align: 'center' })
  })
  itemRows(sheet, data, { y: 288, step: 26, at: [46, 325, 415, 490, 750, 825, 1000] })
  sheet.text('合', 140, 484, label).text('计', 190, 484, label)
  sheet.text(`¥${yuanText(amountOf(data))}`, 750, 484, { align: 'right' })
  sheet.text(`¥${yuanText(taxOf(data))}`, 1000, 484, { align: 'right' })
  sheet.line(280, 500, 280, 542, BROWN)
  sheet.text('价税合计（大写）', 160, 521, { ...label, align: 'center' }).text(inWords(totalOf(data)), 310, 521)
  sheet.text('（小写）', 680, 521, label).text(`¥${yuanText(totalOf(data))}`, 750, 521)
  sheet.upright('备注', 53, 570, { ...label, size: 16 }).line(66, 542, 66, 632, BROWN)
  sheet.text(data.remark, 80, 560, { size: 13 })
  sheet.text('开票人：', 120, 655, label).text(data.drawer, 184, 655)
  return sheet
}

function olderParty(sheet: Sheet, data: InvoiceData, at: { x: number; y: number }, side: 'buyer' | 'seller'): void {
  const { name, code } = data[side]
  const ink: TextStyle = { size: 15 }
  const rows: readonly (readonly [string, string])[] = [
    ['名　　　　称：', name],
    ['纳税人识别号：', code],
    ['地 址、电 话：', data.address],
    ['开户行及账号：', data.bank],
  ]
  rows.forEach(([title, value], index) => {
    sheet.text(title, at.x, at.y + index * 25, { ...label, size: 15 })
    sheet.text(value, at.x + 112, at.y + index * 25, index > 1 ? { ...ink, size: 13 } : ink)
  })
}

/** 电子普通发票 and the paper 专用发票, 240 × 152 mm: buyer above, seller below. */
export function olderInvoiceSheet(data: InvoiceData): Sheet {
  const electronic = data.type === '10' || data.type === '20'
  const sheet = new Sheet(1200, 760, {}, electronic ? '#ffffff' : '#fbf7ee')
  sheet.code(qrPayload(data), 60, 28, 105)
  sheet.text(invoiceTitle(data), 600, 56, { size: 32, colour: BROWN, align: 'center' })
  sheet.line(400, 84, 800, 84, BROWN).line(400, 88, 800, 88, BROWN)
  sheet.seal(600, 66, { name: '全国统一发票监制章', kind: '测试税务局监制', size: 140, oval: true, opacity: 0.6 })
  if (electronic) {
    const rows = [`发票代码：${data.code}`, `发票号码：${data.number}`, `开票日期：${longDate(data.issuedOn)}`]
    rows.forEach((row, index) => {
      sheet.text(row, 850, 48 + index * 25)
    })
    if (data.checkCode) sheet.text(`校 验 码：${data.checkCode.replace(/(.{5})(?=.)/g, '$1 ')}`, 850, 123)
  } else {
    sheet.text(data.code, 190, 50, { size: 26, colour: '#aa3333' })
    sheet.text(`№ ${data.number}`, 950, 50, { size: 28, colour: '#aa3333' })
    sheet.text('开票日期：', 870, 108, label).text(longDate(data.issuedOn), 950, 108)
    if (data.checkCode) sheet.text(`校验码 ${data.checkCode.replace(/(.{5})(?=.)/g, '$1 ')}`, 190, 108)
  }
  sheet.box(50, 145, 1100, 500, BROWN)
  for (const y of [255, 490, 530]) sheet.line(50, y, 1150, y, BROWN)
  for (const [from, to] of [
    [145, 255],
    [530, 645],
  ] as const) {
    for (const x of [78, 690, 718]) sheet.line(x, from, x, to, BROWN)
  }
  sheet.upright('购买方', 64, 170, label).upright('密码区', 704, 170, label)
  sheet.upright('销售方', 64, 558, label).upright('备注', 704, 566, label)
  olderParty(sheet, data, { x: 86, y: 163 }, 'buyer')
  olderParty(sheet, data, { x: 86, y: 549 }, 'seller')
  data.cipher.forEach((row, index) => {
    sheet.text(row, 740, 165 + index * 24, { size: 15, spacing: 4 })
  })
  const heads = ['货物或应税劳务、服务名称', '规格型号', '单位', '数 量', '单 价', '金 额', '税率', '税 额']
  const xs = [195, 405, 495, 580, 690, 835, 955, 1070]
  heads.forEach((head, index) => {
    sheet.text(head, xs[index] ?? 0, 272, { ...label, align: 'center' })
  })
  itemRows(sheet, data, { y: 298, step: 26, at: [58, 405, 495, 580, 890, 955, 1136] })
  sheet.text('合', 160, 474, label).text('计', 220, 474, label)
  sheet.text(`¥${yuanText(amountOf(data))}`, 890, 474, { align: 'right' })
  sheet.text(`¥${yuanText(taxOf(data))}`, 1136, 474, { align: 'right' })
  sheet.line(350, 490, 350, 530, BROWN)
  sheet.text('价税合计（大写）', 200, 510, { ...label, align: 'center' }).text(inWords(totalOf(data)), 380, 510)
  sheet.text('（小写）', 820, 510, label).text(`¥${yuanText(totalOf(data))}`, 890, 510)
  sheet.text(data.remark, 735, 560, { size: 13 })
  sheet.text('收款人：', 80, 668, label).text('复核：', 360, 668, label)
  sheet.text('开票人：', 620, 668, label).text(data.drawer, 684, 668).text('销售方：（章）', 880, 668, label)
  if (!electronic) {
    sheet.seal(960, 610, { name: data.seller.name, kind: '发票专用章', size: 190, oval: true, opacity: 0.7, turn: -6 })
  }
  return sheet
}

export const invoiceSheet = (data: InvoiceData): Sheet =>
  data.type === '31' || data.type === '32' ? digitalInvoiceSheet(data) : olderInvoiceSheet(data)
