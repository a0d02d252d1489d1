import { wan } from '../../../money'
import { contract, gpuLine, invoice, payment, seller } from '../../papers.fixture'
import { blurred, type Cases, clear, second, sound, stampedForm, unread, withContract, withInvoice } from './world'

/** What is seen on one paper, or on its copy: legible, whole, sealed, consistent in itself. */
export const onePaper: Cases = {
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
}
