import { wan } from '../../../money'
import { bill, company, contract, gpuLine, invoice, payment, seller } from '../../papers.fixture'
import {
  bandwidth,
  type Cases,
  offline,
  someoneElse,
  sound,
  unfiled,
  withContract,
  withInvoice,
  withPayment,
} from './world'

/** What is seen when papers are held against one another, the company and the register. */
export const together: Cases = {
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
