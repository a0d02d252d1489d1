import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wan } from '../money'
import type { CheckContext } from './context'
import type { Paper, PaperLine } from './paper'
import { company, context, contract, gpuLine, invoice, payment, seller } from './papers.fixture'
import { shareOf } from './share-of'
import { subsidyBase } from './subsidy-base'

const bandwidth: PaperLine = { ...gpuLine, name: '网络带宽费', amountFen: wan(1), taxFen: wan(0.06) }
const withBandwidth = invoice(
  { amountFen: wan(11), taxFen: wan(0.66), totalFen: wan(11.66) },
  { lines: [gpuLine, bandwidth] },
)
const paid = (amountFen: number) => payment({ amountFen })
const straddling = { ...gpuLine, from: '2028-10-17', to: '2028-11-05' }

describe('what counts', () => {
  it.each<[what: string, papers: readonly Paper[], baseFen: number, change?: Partial<CheckContext>]>([
    ['开了票、付了款', [contract(), invoice(), payment()], wan(10.6)],
    ['没有付款，一分不算', [contract(), invoice()], 0],
    ['付了一半，算一半', [contract(), invoice(), paid(wan(5.3))], wan(5.3)],
    ['多付的不多算', [contract(), invoice(), paid(wan(20))], wan(10.6)],
    ['单独的带宽不算', [contract(), withBandwidth, paid(wan(11.66))], wan(10.6)],
    ['付了一半，带宽也按一半去掉', [contract(), withBandwidth, paid(wan(5.83))], wan(5.3)],
    [
      '20天里10天在补贴期内，算一半',
      [invoice({}, { lines: [straddling] }), payment()],
      wan(5.3),
      { providers: [{ ...seller, registered: [{ from: '2026-01-01' }], prices: [] }] },
    ],
    [
      '没有写服务日期，按合同算',
      [contract({ startsOn: '2025-10-17', endsOn: '2025-11-05' }), invoice({}, { lines: [] }), payment()],
      wan(5.3),
    ],
    ['没有服务日期也没有合同，按开票日期', [invoice({}, { lines: [] }), payment()], wan(10.6)],
    ['开给别人的不算', [invoice({ buyerName: '株洲测试贸易有限公司', buyerCode: '91430100MA0TEXT044' }), payment()], 0],
    ['同一张只算一次', [invoice(), invoice({}, { id: 'invoice-2' }), paid(wan(21.2))], wan(10.6)],
    [
      '同一张回单只算一次',
      [invoice(), paid(wan(5.3)), payment({ amountFen: wan(5.3) }, { id: 'payment-2' })],
      wan(5.3),
    ],
    ['作废的不算', [invoice({ voided: true }), payment()], 0],
    ['用过的不算', [invoice(), payment()], 0, { usedInvoices: { '26432000000012346521': 'another company' } }],
    ['没有登记的供给方不算', [invoice(), payment()], 0, { providers: [] }],
    ['别人代付的不算', [invoice(), payment({ payerName: '株洲测试贸易有限公司' })], 0],
    [
      '红字发票减掉一部分',
      [
        invoice(),
        invoice(
          { number: '26432000000012346530', red: true, totalFen: -wan(0.6), blueNumber: '26432000000012346521' },
          { id: 'red' },
        ),
        payment(),
      ],
      wan(10),
    ],
  ])('%s', (_, papers, baseFen, change) => {
    expect(subsidyBase(papers, { ...context, ...change }).baseFen).toBe(baseFen)
  })

  it('each invoice tells what counted, and why the rest did not', () => {
    const { trail } = subsidyBase([contract(), withBandwidth, paid(wan(11)), invoice({ voided: true }, { id: 'v' })], {
      ...context,
    })
    expect(trail).toHaveLength(2)
    expect(trail[0]?.notes).toEqual([
      '“网络带宽费”是单独买的网络带宽，不算（1.06万元）。',
      '付款凭证只够11万元，还差6600元，只算付了的。',
    ])
    expect(trail[1]).toMatchObject({ paperId: 'v', countedFen: 0 })
  })

  it('tells the matcher, with the papers each fact comes from', () => {
    const { facts } = subsidyBase([contract(), withBandwidth, paid(wan(11.66))], context)
    const papers = ['invoice-1', 'payment-1']
    expect(facts).toEqual([
      { fact: 'compute.settledInWindowFen', value: wan(10.6), paperIds: papers },
      { fact: 'compute.settledFen', value: wan(11.66), paperIds: papers },
      { fact: 'compute.excludedItemsFen', value: wan(1.06), paperIds: papers },
      { fact: 'compute.annualPurchaseFen', value: wan(10.6), paperIds: ['invoice-1'] },
      { fact: 'compute.contractAmountFen', value: wan(106), paperIds: ['contract-1'] },
      { fact: 'compute.contractSignedOn', value: '2026-02-10', paperIds: ['contract-1'] },
      { fact: 'compute.serviceStart', value: '2026-03-01', paperIds: ['contract-1'] },
      { fact: 'compute.serviceEnd', value: '2026-12-31', paperIds: ['contract-1'] },
      { fact: 'compute.filedOn', value: '2026-03-01', paperIds: [] },
    ])
  })

  it('without papers nothing is known, not zero', () => {
    const { filedOn: _, ...unfiled } = context
    expect(subsidyBase([], unfiled).facts).toEqual([])
  })
})

const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'))
const month = fc.constantFrom('2025-09', '2025-10', '2025-11', '2026-01', '2026-02')
const period = fc
  .tuple(month, day, month, day)
  .map(([m, d, n, e]): readonly [string, string] =>
    `${m}-${d}` <= `${n}-${e}` ? [`${m}-${d}`, `${n}-${e}`] : [`${n}-${e}`, `${m}-${d}`],
  )
const line = fc
  .record({
    fen: fc.integer({ min: 0, max: 5_000_000_000 }),
    tax: fc.integer({ min: 0, max: 300_000_000 }),
    period,
    out: fc.boolean(),
  })
  .map(
    ({ fen, tax, period: [from, to], out }): PaperLine => ({
      name: out ? '网络带宽费' : 'GPU算力服务费',
      amountFen: fen,
      taxFen: tax,
      from,
      to,
    }),
  )

const gross = (lines: readonly PaperLine[]) => lines.reduce((sum, l) => sum + (l.amountFen ?? 0) + (l.taxFen ?? 0), 0)
const numbered = (index: number, lines: readonly PaperLine[], issuedOn = '2026-04-02') =>
  invoice(
    { number: `26${String(index).padStart(18, '0')}`, issuedOn, totalFen: gross(lines) },
    { id: `invoice-${String(index).padStart(3, '0')}`, lines },
  )
const invoices = fc
  .array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((all) => all.map((lines, index) => numbered(index * 10, lines)))
const payments = fc
  .array(fc.integer({ min: 0, max: 8_000_000_000 }), { maxLength: 4 })
  .map((all) => all.map((amountFen, index) => payment({ amountFen, serial: `${index}` }, { id: `payment-${index}` })))
const base = (papers: readonly Paper[]) => subsidyBase(papers, context).baseFen
const sumOf = (papers: readonly Paper[], field: string) =>
  papers.reduce((sum, { fields }) => sum + Number(fields[field]?.value ?? 0), 0)

describe('laws', () => {
  it('the base is whole fen, and neither above what was invoiced nor above what was paid', () => {
    fc.assert(
      fc.property(invoices, payments, (bought, slips) => {
        const { baseFen, settledFen, excludedFen, trail } = subsidyBase([...bought, ...slips], context)
        expect(Number.isSafeInteger(baseFen)).toBe(true)
        expect(baseFen).toBeGreaterThanOrEqual(0)
        expect(baseFen + excludedFen).toBeLessThanOrEqual(settledFen)
        expect(settledFen).toBe(Math.min(sumOf(bought, 'totalFen'), sumOf(slips, 'amountFen')))
        for (const each of trail) expect(each.countedFen + each.excludedFen + each.outsideFen).toBe(each.settledFen)
      }),
    )
  })

  it('the order of the papers does not matter', () => {
    fc.assert(
      fc.property(
        fc.tuple(invoices, payments).chain(([bought, slips]) => {
          const papers = [...bought, ...slips]
          return fc.tuple(
            fc.constant(papers),
            fc.shuffledSubarray(papers, { minLength: papers.length, maxLength: papers.length }),
          )
        }),
        ([papers, shuffled]) => {
          expect(base(shuffled)).toBe(base(papers))
        },
      ),
    )
  })

  it('one more line of bandwidth never raises it', () => {
    fc.assert(
      fc.property(invoices, payments, line, fc.nat(), (bought, slips, extra, at) => {
        const changed = bought.map((paper, index) =>
          index === at % bought.length
            ? numbered(index * 10, [...paper.lines, { ...extra, name: '网络带宽费' }])
            : paper,
        )
        expect(base([...changed, ...slips])).toBeLessThanOrEqual(base([...bought, ...slips]))
      }),
    )
  })

  it('two invoices of half the lines each come to the same, but for a fen a line', () => {
    fc.assert(
      fc.property(invoices, payments, fc.nat(), (bought, slips, at) => {
        const cut = at % bought.length
        const even = bought.map((paper, index) => numbered(index * 10, paper.lines.map(doubled)))
        const halves = even.flatMap((paper, index) =>
          index === cut
            ? [numbered(index * 10, paper.lines.map(halved)), numbered(index * 10 + 1, paper.lines.map(halved))]
            : [paper],
        )
        const lines = bought.reduce((count, paper) => count + paper.lines.length + 1, 0)
        expect(Math.abs(base([...halves, ...slips]) - base([...even, ...slips]))).toBeLessThanOrEqual(lines)
      }),
    )
  })

  it('one more payment never lowers it', () => {
    fc.assert(
      fc.property(invoices, payments, fc.nat(8_000_000_000), (bought, slips, amountFen) => {
        const more = payment({ amountFen, serial: 'more' }, { id: 'more' })
        expect(base([...bought, ...slips, more])).toBeGreaterThanOrEqual(base([...bought, ...slips]))
      }),
    )
  })

  it('a share is exact', () => {
    const fen = fc.integer({ min: 0, max: 2 ** 47 })
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 1, max: 2 ** 47 }), (amount, part, whole) => {
        fc.pre(part <= whole)
        expect(BigInt(shareOf(amount, part, whole))).toBe((BigInt(amount) * BigInt(part)) / BigInt(whole))
      }),
    )
  })
})

const doubled = (each: PaperLine): PaperLine => scaled(each, 2)
const halved = (each: PaperLine): PaperLine => scaled(each, 0.5)
function scaled(each: PaperLine, by: number): PaperLine {
  return { ...each, amountFen: (each.amountFen ?? 0) * by, taxFen: (each.taxFen ?? 0) * by }
}

it('of two sellers with nearly the same name each is paid by its own slips', () => {
  const [first, second] = ['湖南测试算力一号有限公司', '湖南测试算力二号有限公司']
  const sellers = [
    { sellerName: first, sellerCode: seller.creditCode },
    { sellerName: second, sellerCode: '91430100MA0TEXT044' },
  ]
  const [one, two] = sellers.map((sold, index) =>
    invoice({ ...sold, number: `2643200000001234652${index}` }, { id: `invoice-${index}` }),
  )
  const { providers: _, ...offline } = context
  const papers = [one, two].flatMap((paper) => paper ?? [])
  const { trail, baseFen } = subsidyBase([...papers, payment({ payeeName: second })], offline)
  expect(baseFen).toBe(wan(10.6))
  expect(trail.map(({ countedFen }) => countedFen)).toEqual([0, wan(10.6)])
})

it('a company whose name is written a little otherwise is the same company', () => {
  const paper = invoice({ buyerName: `${company.name} `, buyerCode: undefined })
  expect(base([paper, payment()])).toBe(wan(10.6))
})
