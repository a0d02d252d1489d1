import { describe, expect, it } from 'vitest'
import { wan } from '../../money'
import { checkPapers } from '../check-papers'
import type { CheckContext } from '../context'
import type { Severity } from '../finding'
import type { Paper } from '../paper'
import { bill, company, context, contract, gpuLine, invoice, payment, seller } from '../papers.fixture'
import { checks } from './index'

interface World {
  readonly papers?: readonly Paper[]
  /** Instead of the usual context. */
  readonly known?: CheckContext
  readonly context?: Partial<CheckContext>
}
type Row = readonly [what: string, world: World, severity: Severity]
type Beside = readonly [what: string, world: World]

const { filedOn: _filedOn, ...unfiled } = context
const { providers: _providers, ...offline } = context

const sound = [contract(), invoice(), payment()]
const withInvoice = (...changed: Parameters<typeof invoice>): World => ({
  papers: [contract(), invoice(...changed), payment()],
})
const withContract = (...changed: Parameters<typeof contract>): World => ({
  papers: [contract(...changed), invoice(), payment()],
})
const withPayment = (...changed: Parameters<typeof payment>): World => ({
  papers: [contract(), invoice(), payment(...changed)],
})
const second = { id: 'invoice-2' }
const blurred = { width: 1600, height: 2400, problems: ['blurred'] } as const
const clear = { width: 1600, height: 2400, problems: [] } as const
const bandwidth = { ...gpuLine, name: '*信息技术服务*网络带宽费' }
const someoneElse = { name: '株洲测试贸易有限公司', code: '91430100MA0TEXT044' }
const stampedForm = (seals: Paper['seals']): Paper => ({
  ...contract(),
  id: 'form-1',
  kind: 'stamped_form',
  fields: {},
  seals,
})
const unread = (paper: Paper, field: string): Paper => {
  const value = paper.fields[field]
  return value ? { ...paper, fields: { ...paper.fields, [field]: { ...value, status: 'suggested' } } } : paper
}

/** For every check: worlds in which it finds something, and the ones just beside them in which it does not. */
const cases: Readonly<Record<string, { readonly fires: readonly Row[]; readonly beside: readonly Beside[] }>> = {
  'field-missing': {
    fires: [['发票号码没有读到', withInvoice({ number: undefined }), 'error']],
    beside: [['税额可以没有', withInvoice({ taxFen: undefined, amountFen: undefined })]],
  },
  'field-unconfirmed': {
    fires: [
      ['读出来的买方还没有人核对', { papers: [contract(), unread(invoice(), 'buyerName'), payment()] }, 'error'],
      ['两处读得不一样', withInvoice({}, { disagreements: ['taxFen'] }), 'error'],
    ],
    beside: [['没有人核对的是可有可无的', { papers: [contract(), unread(invoice(), 'taxFen'), payment()] }]],
  },
  'picture-quality': {
    fires: [
      ['拍糊了', withInvoice({}, { pages: [blurred] }), 'warning'],
      ['黑白的合同', withContract({}, { pages: [{ ...clear, problems: ['grey'] }] }), 'warning'],
    ],
    beside: [['黑白的发票', withInvoice({}, { pages: [{ ...clear, problems: ['grey'] }] })]],
  },
  'contract-pages': {
    fires: [['共8页，只拍了7页', withContract({ pageCount: 8 }, { pages: Array(7).fill(clear) }), 'error']],
    beside: [
      ['8页都在', withContract({ pageCount: 8 }, { pages: Array(8).fill(clear) })],
      ['没有写总页数', withContract({ pageCount: undefined }, { pages: [clear] })],
    ],
  },
  'contract-seals': {
    fires: [
      ['只有一个章', withContract({}, { seals: contract().seals.slice(1) }), 'error'],
      ['没有章', withContract({}, { seals: [] }), 'error'],
      ['人说有两个，照片上只有一个', withContract({ sealCount: 2 }, { seals: contract().seals.slice(1) }), 'warning'],
      ['人说只有一个', withContract({ sealCount: 1 }), 'error'],
    ],
    beside: [['两个章', {}]],
  },
  'form-seal': {
    fires: [['盖章的表上没有章', { papers: [...sound, stampedForm([])] }, 'warning']],
    beside: [['有一个章', { papers: [...sound, stampedForm(contract().seals.slice(1))] }]],
  },
  'paper-repeated': {
    fires: [
      ['同一张发票拍了两次', { papers: [contract(), invoice(), invoice({}, second), payment()] }, 'error'],
      ['同一张回单', { papers: [contract(), invoice(), payment(), payment({}, { id: 'payment-2' })] }, 'error'],
      ['同一个合同文件', { papers: [contract({}, { hash: 'a' }), contract({}, { id: 'c2', hash: 'a' })] }, 'warning'],
    ],
    beside: [
      [
        '号码差一位',
        { papers: [contract(), invoice(), invoice({ number: '26432000000012346522' }, second), payment()] },
      ],
      [
        '流水号一样，日期不同',
        { papers: [contract(), invoice(), payment(), payment({ paidOn: '2026-04-04' }, { id: 'payment-2' })] },
      ],
    ],
  },
  'invoice-used': {
    fires: [
      ['在别的申请里', { context: { usedInvoices: { '26432000000012346521': 'this company' } } }, 'error'],
      ['别家用过', { context: { usedInvoices: { '26432000000012346521': 'another company' } } }, 'error'],
    ],
    beside: [['用过的是另一张', { context: { usedInvoices: { '26432000000012346522': 'this company' } } }]],
  },
  'claimed-elsewhere': {
    fires: [
      [
        '合同在山西申请过',
        { context: { claimedElsewhere: [{ province: '山西省', contractNumbers: ['ht-2026-001'], invoiceKeys: [] }] } },
        'error',
      ],
      [
        '发票在山西申请过',
        {
          context: {
            claimedElsewhere: [{ province: '山西省', contractNumbers: [], invoiceKeys: ['26432000000012346521'] }],
          },
        },
        'error',
      ],
    ],
    beside: [
      [
        '山西申请的是另一份合同',
        { context: { claimedElsewhere: [{ province: '山西省', contractNumbers: ['HT-2026-002'], invoiceKeys: [] }] } },
      ],
    ],
  },
  'invoice-number': {
    fires: [
      ['19位', withInvoice({ number: '2643200000001234652' }), 'error'],
      ['8位，没有代码', withInvoice({ number: '12346521' }), 'error'],
      ['年份对不上', withInvoice({ number: '25432000000012346521' }), 'warning'],
    ],
    beside: [['8位，有12位代码', withInvoice({ number: '12346521', code: '043001900111' })]],
  },
  'invoice-sums': {
    fires: [['差两分', withInvoice({ totalFen: wan(10.6) + 2 }), 'error']],
    beside: [
      ['差一分', withInvoice({ totalFen: wan(10.6) + 1 })],
      ['免税的，没有税额', withInvoice({ amountFen: wan(10.6), taxFen: undefined })],
    ],
  },
  'invoice-stands': {
    fires: [
      ['已作废', withInvoice({ voided: true }), 'error'],
      [
        '红字发票冲掉前一张',
        {
          papers: [
            contract(),
            invoice(),
            invoice(
              { number: '26432000000012346530', red: true, totalFen: -wan(10.6), blueNumber: '26432000000012346521' },
              second,
            ),
          ],
        },
        'warning',
      ],
    ],
    beside: [['没有作废', withInvoice({ voided: false, red: false })]],
  },
  'tax-rate': {
    fires: [
      ['没有7%', withInvoice({}, { lines: [{ ...gpuLine, taxRate: '7%' }] }), 'warning'],
      ['税额和税率对不上', withInvoice({}, { lines: [{ ...gpuLine, taxRate: '13%' }] }), 'warning'],
    ],
    beside: [
      ['6%', withInvoice({}, { lines: [{ ...gpuLine, taxRate: '6%' }] })],
      ['免税', withInvoice({}, { lines: [{ ...gpuLine, taxRate: '免税' }] })],
    ],
  },
  'credit-code': {
    fires: [['最后一位不对', withInvoice({ sellerCode: '91430100MA0TEXT02Y' }), 'warning']],
    beside: [
      ['校验位对', withInvoice({ sellerCode: seller.creditCode })],
      ['15位的老税号', withInvoice({ sellerCode: '430100123456789' })],
    ],
  },
  'future-date': {
    fires: [['明天开的发票', withInvoice({ issuedOn: '2026-11-22' }), 'error']],
    beside: [
      ['今天开的', withInvoice({ issuedOn: '2026-11-21' })],
      ['合同还没有到期', withContract({ endsOn: '2027-12-31' })],
    ],
  },
  'dates-in-order': {
    fires: [
      ['合同结束早于开始', withContract({ startsOn: '2026-03-02', endsOn: '2026-03-01' }), 'error'],
      ['发票早于合同', withContract({ signedOn: '2026-04-03' }), 'warning'],
    ],
    beside: [
      ['同一天开始和结束', withContract({ startsOn: '2026-03-01', endsOn: '2026-03-01' })],
      ['签合同当天开票', withContract({ signedOn: '2026-04-02' })],
    ],
  },
  'parties-swapped': {
    fires: [
      [
        '买卖双方读反了',
        withInvoice({
          buyerName: seller.name,
          buyerCode: seller.creditCode,
          sellerName: company.name,
          sellerCode: company.creditCode,
        }),
        'error',
      ],
    ],
    beside: [['买方是贵公司', {}]],
  },
  'buyer-is-company': {
    fires: [
      ['开给了别的公司', withInvoice({ buyerName: someoneElse.name, buyerCode: someoneElse.code }), 'error'],
      ['差一个字，没有税号', withInvoice({ buyerName: '长沙测试智告有限公司', buyerCode: undefined }), 'warning'],
      ['名称对，税号是别家的', withInvoice({ buyerCode: someoneElse.code }), 'warning'],
      ['合同是别人签的', withContract({ buyerName: someoneElse.name, buyerCode: someoneElse.code }), 'error'],
    ],
    beside: [
      ['差一个字，税号一样', withInvoice({ buyerName: '长沙测试智告有限公司' })],
      ['全角和空格', withInvoice({ buyerName: '长沙 测试智造有限公司　', buyerCode: undefined })],
      [
        '公司的旧名字',
        {
          ...withInvoice({ buyerName: '长沙旧名测试有限公司', buyerCode: undefined }),
          context: { company: { ...company, formerNames: ['长沙旧名测试有限公司'] } },
        },
      ],
      [
        '名称里的括号',
        {
          ...withInvoice({ buyerName: '测试智造（湖南）有限公司', buyerCode: undefined }),
          papers: [invoice({ buyerName: '测试智造（湖南）有限公司', buyerCode: undefined })],
          context: { company: { ...company, name: '测试智造(湖南)有限公司' } },
        },
      ],
    ],
  },
  'seller-registered': {
    fires: [
      ['名录里没有', { context: { providers: [] } }, 'error'],
      ['登记前一天开的票', withInvoice({ issuedOn: '2025-12-31' }), 'error'],
      ['登记到期后一天', { ...withInvoice({ issuedOn: '2027-01-01' }), context: { today: '2027-02-01' } }, 'error'],
      ['合同签在登记前', withContract({ signedOn: '2025-12-31' }), 'warning'],
      ['名称差一个字', withInvoice({ sellerName: '湖南测试算刀科技有限公司', sellerCode: undefined }), 'warning'],
    ],
    beside: [
      ['登记当天', withInvoice({ issuedOn: '2026-01-01' })],
      ['登记最后一天', { ...withInvoice({ issuedOn: '2026-12-31' }), context: { today: '2027-02-01' } }],
      ['手边没有名录', { known: offline }],
    ],
  },
  'seller-is-contract-party': {
    fires: [
      ['合同是和别家签的', withContract({ sellerName: someoneElse.name, sellerCode: someoneElse.code }), 'error'],
      ['差一个字', withContract({ sellerName: '湖南测试算刀科技有限公司', sellerCode: undefined }), 'warning'],
    ],
    beside: [
      ['同一家，没有代码', withContract({ sellerCode: undefined })],
      ['还没有合同', { papers: [invoice(), payment()] }],
    ],
  },
  'related-party': {
    fires: [
      ['卖方是股东', { context: { company: { ...company, related: [seller] } } }, 'error'],
      ['人说有关联', { context: { relatedParty: true } }, 'error'],
      [
        '和股东差一个字',
        { context: { company: { ...company, related: [{ name: '湖南测试算刀科技有限公司' }] } } },
        'warning',
      ],
    ],
    beside: [['股东是别家', { context: { company: { ...company, related: [{ name: someoneElse.name }] } } }]],
  },
  resold: {
    fires: [
      ['人说转租了', { context: { resold: true } }, 'error'],
      ['账单上是别人', { papers: [...sound, bill({ customerName: someoneElse.name })] }, 'warning'],
    ],
    beside: [['账单上是贵公司', { papers: [...sound, bill()] }]],
  },
  'within-window': {
    fires: [
      [
        '服务在补贴期前一天结束',
        withInvoice({}, { lines: [{ ...gpuLine, from: '2025-10-01', to: '2025-10-26' }] }),
        'error',
      ],
      [
        '服务跨过补贴期第一天',
        withInvoice({}, { lines: [{ ...gpuLine, from: '2025-10-26', to: '2025-10-27' }] }),
        'warning',
      ],
      [
        '没有服务日期，开票在补贴期前',
        { papers: [invoice({ issuedOn: '2025-10-26' }, { lines: [] }), payment()] },
        'error',
      ],
    ],
    beside: [
      ['服务从补贴期第一天开始', withInvoice({}, { lines: [{ ...gpuLine, from: '2025-10-27', to: '2025-10-31' }] })],
      [
        '开票在补贴期前，合同在补贴期里',
        { papers: [contract(), invoice({ issuedOn: '2025-10-26' }, { lines: [] }), payment()] },
      ],
    ],
  },
  'excluded-lines': {
    fires: [
      ['单独的带宽', withInvoice({}, { lines: [gpuLine, bandwidth] }), 'warning'],
      ['单独的数据库', withInvoice({}, { lines: [{ ...gpuLine, name: '云数据库RDS' }] }), 'warning'],
      ['单独的安全防护', withInvoice({}, { lines: [{ ...gpuLine, name: '安全防护服务' }] }), 'warning'],
      ['算力和带宽写在一行', withInvoice({}, { lines: [{ ...gpuLine, name: 'GPU云主机（含带宽）' }] }), 'warning'],
    ],
    beside: [
      ['只有算力', withInvoice({}, { lines: [gpuLine] })],
      ['人说那一行不是', withInvoice({}, { lines: [{ ...bandwidth, name: 'GPU带宽包', excluded: false }] })],
    ],
  },
  price: {
    fires: [
      [
        '比公布的高出一半多一分',
        withInvoice({}, { lines: [{ ...gpuLine, quantity: 1, amountFen: 15_001, taxFen: 0 }] }),
        'warning',
      ],
    ],
    beside: [
      ['刚好高出一半', withInvoice({}, { lines: [{ ...gpuLine, quantity: 1, amountFen: 15_000, taxFen: 0 }] })],
      ['单位不一样，没法比', withInvoice({}, { lines: [{ ...gpuLine, quantity: 1, unit: '月' }] })],
    ],
  },
  'within-contract': {
    fires: [['发票比合同多一分', withContract({ totalFen: wan(10.6) - 1 }), 'error']],
    beside: [
      ['刚好一样多', withContract({ totalFen: wan(10.6) })],
      ['框架合同没有金额', withContract({ totalFen: undefined })],
      [
        '还有补充协议',
        {
          papers: [
            contract({ totalFen: wan(10) }),
            contract({ number: 'HT-2026-001-1', totalFen: wan(0.6) }, { id: 'contract-2' }),
            invoice(),
            payment(),
          ],
        },
      ],
    ],
  },
  'payments-cover': {
    fires: [
      ['没有付款凭证', { papers: [contract(), invoice()] }, 'error'],
      ['少付一分', withPayment({ amountFen: wan(10.6) - 1 }), 'warning'],
    ],
    beside: [
      ['刚好付清', withPayment({ amountFen: wan(10.6) })],
      [
        '分两次付清',
        {
          papers: [
            contract(),
            invoice(),
            payment({ amountFen: wan(10) }),
            payment({ amountFen: wan(0.6), serial: '18' }, { id: 'payment-2' }),
          ],
        },
      ],
    ],
  },
  'payment-parties': {
    fires: [
      ['别人代付', withPayment({ payerName: someoneElse.name }), 'error'],
      ['付给了别人', withPayment({ payeeName: someoneElse.name }), 'error'],
      ['付款人差一个字', withPayment({ payerName: '长沙测试智告有限公司' }), 'warning'],
    ],
    beside: [['贵公司付给卖方', {}]],
  },
  'filing-in-time': {
    fires: [
      ['没有备案就申请', { known: unfiled }, 'error'],
      ['第31天备案', { context: { filedOn: '2026-03-13' } }, 'warning'],
      [
        '正在备案，已经第31天',
        { known: unfiled, context: { step: 'filing', today: '2026-03-13' }, papers: [contract()] },
        'warning',
      ],
    ],
    beside: [
      ['第30天备案', { context: { filedOn: '2026-03-12' } }],
      ['平台上买的不用备案', { known: unfiled, context: { viaPlatform: true } }],
    ],
  },
}

const found = (rule: string, world: World) =>
  checkPapers(world.papers ?? sound, { ...(world.known ?? context), ...world.context }).filter(
    (finding) => finding.rule === rule,
  )

it('nothing is found in sound papers', () => {
  expect(checkPapers(sound, context)).toEqual([])
})

it('every check has a case where it fires, and one just beside it', () => {
  expect(Object.keys(cases).sort()).toEqual(checks.map(({ rule }) => rule).sort())
  for (const [rule, { fires, beside }] of Object.entries(cases)) {
    expect(fires.length, rule).toBeGreaterThan(0)
    expect(beside.length, rule).toBeGreaterThan(0)
  }
})

describe.each(Object.entries(cases))('%s', (rule, { fires, beside }) => {
  it.each(fires)('%s', (_, world, severity) => {
    const findings = found(rule, world)
    expect(findings.map((finding) => finding.severity)).toContain(severity)
  })
  it.each(beside)('不管：%s', (_, world) => {
    expect(found(rule, world)).toEqual([])
  })
})

const worlds = Object.entries(cases).flatMap(([rule, { fires, beside }]) =>
  [...fires, ...beside].map(([what, world]) => [rule, what, world] as const),
)

it.each(worlds)('%s, %s: ids differ, every finding is cited and says what to do', (_, __, world) => {
  const findings = checkPapers(world.papers ?? sound, { ...(world.known ?? context), ...world.context })
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
  for (const { message, remedy, cite, paperId } of findings) {
    expect(message).toMatch(/^(第|您|发票).*。$/)
    expect(remedy).toMatch(/。$/)
    expect(`${message}${remedy}`).not.toMatch(/undefined|NaN|null/)
    expect(cite).not.toBe('')
    expect((world.papers ?? sound).some(({ id }) => id === paperId)).toBe(true)
  }
})

it('a check without a clause in the document does not run', () => {
  const { excluded: _, ...clauses } = context.rules.clauses
  const world = withInvoice({}, { lines: [gpuLine, bandwidth] })
  expect(found('excluded-lines', world)).toHaveLength(1)
  expect(found('excluded-lines', { ...world, context: { rules: { ...context.rules, clauses } } })).toEqual([])
})

it('of an invoice another company used nothing is told', () => {
  const [finding] = found('invoice-used', {
    context: { usedInvoices: { '26432000000012346521': 'another company' } },
  })
  expect(finding?.message).toBe('第1张发票（尾号6521）已经用来申请过补贴。')
})
