import { billTotal, type ComputeBillData, type ContractData, type PaymentSlipData } from './other-data'
import { Sheet } from './sheet'
import { grouped, inWords, longDate } from './words'

/** A long text as lines of so many characters; no line begins with a full stop. */
export function wrapped(text: string, length: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (line.length >= length && !/[，。；：、）]/.test(character)) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line]
}

function clauses({ chip, cards, startsOn, endsOn, totalFen }: ContractData): readonly string[] {
  return [
    '根据《中华人民共和国民法典》及相关法律法规，甲乙双方在平等自愿、协商一致的基础上，订立本合同。',
    `第一条　服务内容：乙方向甲方提供${chip}加速卡${cards}卡的智能算力服务。`,
    `第二条　服务期限：自${longDate(startsOn)}起至${longDate(endsOn)}止。`,
    `第三条　合同金额：本合同含税总金额为人民币${inWords(totalFen)}（¥${grouped(totalFen)}），税率6%。`,
    '第四条　付款方式：甲方应于合同签订后十个工作日内支付合同总金额的百分之三十，余款按月结算。',
    '第五条　服务质量：乙方保证算力资源可用性不低于99.5%，故障响应时间不超过30分钟。',
    '第六条　算力中心地址：湖南省长沙市测试区算力路1号。',
  ]
}

const CLOSING = [
  '第七条　保密：双方对在履行本合同中知悉的对方商业秘密负有保密义务。',
  '第八条　违约责任：任何一方违反本合同约定的，应赔偿对方因此受到的损失。',
  '第九条　争议解决：因本合同发生的争议，双方应协商解决；协商不成的，向甲方所在地人民法院提起诉讼。',
  '第十条　本合同一式肆份，双方各执贰份，自双方签字盖章之日起生效。',
]

function paragraphs(sheet: Sheet, texts: readonly string[], from: number): number {
  let y = from
  for (const text of texts) {
    for (const line of wrapped(`　　${text}`, 44)) {
      sheet.text(line, 120, y)
      y += 40
    }
  }
  return y
}

/** Two A4 pages; both parties sign, and stamp, the second. */
export function contractSheets(data: ContractData): readonly Sheet[] {
  const [first, second] = [new Sheet(1240, 1754, { size: 22 }), new Sheet(1240, 1754, { size: 22 })]
  first.text(data.title, 620, 150, { size: 42, align: 'center', font: 'bold' })
  first.text(`合同编号：${data.number}`, 1120, 230, { align: 'right' })
  first.text(`甲方（需方）：${data.buyer.name}`, 120, 300).text(`统一社会信用代码：${data.buyer.code}`, 120, 345)
  first.text(`乙方（供方）：${data.seller.name}`, 120, 400).text(`统一社会信用代码：${data.seller.code}`, 120, 445)
  paragraphs(first, clauses(data), 520)
  first.text('第 1 页 共 2 页', 620, 1690, { align: 'center', size: 18 })
  const end = paragraphs(second, CLOSING, 150) + 80
  const sides = [
    ['甲方', data.buyer, data.people[0], 120],
    ['乙方', data.seller, data.people[1], 660],
  ] as const
  for (const [side, { name }, person, x] of sides) {
    second.text(`${side}（盖章）：${name}`, x, end, { size: 20 })
    second.text(`法定代表人：${person}`, x, end + 50, { size: 20 })
    second.text(`签订日期：${longDate(data.signedOn)}`, x, end + 100, { size: 20 })
  }
  for (const side of data.seals) {
    const x = side === 'buyer' ? 360 : 900
    const turn = side === 'buyer' ? -8 : 6
    second.seal(x, end + 60, {
      name: data[side].name,
      kind: side === 'buyer' ? '' : '合同专用章',
      size: 240,
      turn,
      opacity: 0.7,
    })
  }
  second.text('第 2 页 共 2 页', 620, 1690, { align: 'center', size: 18 })
  return [first, second]
}

/** 电子回单: payer left, payee right. */
export function paymentSlipSheet(data: PaymentSlipData): Sheet {
  const sheet = new Sheet(1100, 560)
  sheet.text('测试银行　电子回单', 550, 50, { size: 28, align: 'center', font: 'bold' })
  sheet
    .text(`回单编号：${data.serial}`, 40, 100)
    .text(`交易日期：${longDate(data.paidOn)}`, 1060, 100, { align: 'right' })
  sheet.box(40, 120, 1020, 300)
  for (const y of [165, 210, 255, 310, 365]) sheet.line(y < 255 ? 76 : 40, y, 1060, y)
  for (const x of [76, 176, 550, 586, 686]) sheet.line(x, 120, x, 255)
  sheet.upright('付款人', 58, 150).upright('收款人', 568, 150)
  const rows = [
    ['户名', data.payer.name, data.payee.name],
    ['账号', data.payerAccount, data.payeeAccount],
    ['开户银行', data.payerBank, data.payeeBank],
  ] as const
  rows.forEach(([title, left, right], index) => {
    const y = 143 + index * 45
    sheet.text(title, 126, y, { align: 'center' }).text(left, 184, y)
    sheet.text(title, 636, y, { align: 'center' }).text(right, 694, y)
  })
  sheet.text('金额（小写）', 108, 283, { align: 'center' }).text(`¥${grouped(data.amountFen)}`, 200, 283)
  sheet.text('金额（大写）', 618, 283, { align: 'center' }).text(`人民币${inWords(data.amountFen)}`, 694, 283)
  sheet.text('用途', 108, 338, { align: 'center' }).text(data.purpose, 200, 338)
  sheet.text('币种', 618, 338, { align: 'center' }).text('人民币', 694, 338)
  sheet.text('摘要', 108, 393, { align: 'center' }).text('网上银行转账', 200, 393)
  sheet.seal(900, 430, { name: '测试银行股份有限公司', kind: '电子回单专用章', size: 150 })
  return sheet
}

/** The bill of a provider, A4. */
export function computeBillSheet(data: ComputeBillData): Sheet {
  const sheet = new Sheet(1240, 1200, { size: 20 })
  sheet.text('算力服务账单', 620, 90, { size: 36, align: 'center', font: 'bold' })
  const rows = [
    `账单编号：${data.number}`,
    `服务商：${data.provider.name}`,
    `客户名称：${data.customer.name}`,
    `账期：${data.startsOn} 至 ${data.endsOn}`,
  ]
  rows.forEach((row, index) => {
    sheet.text(row, 100, 170 + index * 45)
  })
  const [top, step] = [370, 50]
  sheet
    .text('产品名称', 120, top)
    .text('卡时', 640, top, { align: 'right' })
    .text('金额（元）', 1120, top, { align: 'right' })
  data.items.forEach((item, index) => {
    const y = top + step * (index + 1)
    sheet.line(100, y - step / 2, 1140, y - step / 2).text(item.name, 120, y)
    sheet
      .text(String(item.cardHours), 640, y, { align: 'right' })
      .text(grouped(item.amountFen), 1120, y, { align: 'right' })
  })
  const end = top + step * (data.items.length + 2)
  sheet.text(`应付金额：¥${grouped(billTotal(data))}`, 100, end, { font: 'bold' })
  sheet.text(`大写：${inWords(billTotal(data))}`, 100, end + 45)
  return sheet
}
