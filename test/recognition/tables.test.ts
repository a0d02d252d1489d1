import { openReader } from '@suanhui/bff/recognition/reader'
import { afterAll, describe, expect, it } from 'vitest'
import { fileOf } from './reading'

const reader = openReader({ threads: 1 })
afterAll(() => reader.close())

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const values = async (bytes: Uint8Array, kind?: 'usage_log' | 'compute_bill') => {
  const reading = await reader.read(fileOf(bytes, kind))
  return {
    kind: reading.kind,
    lines: reading.lines,
    ...Object.fromEntries(Object.entries(reading.fields).map(([name, { value, status }]) => [name, [value, status]])),
  }
}

const LOG = `作业名称,芯片型号,卡数,开始时间,结束时间,时长(小时),卡时
"训练,第一轮",昇腾910B,8,2026-01-03 08:00,2026-01-04 08:00,24,192
推理,昇腾910B,2,2026/1/20 10:00,2026/1/20 12:30,2.5,5
合计,,,,,,197
`

describe('a log of use', () => {
  it('tells first and last day, card hours, records and chip', async () => {
    expect(await values(utf8(LOG))).toEqual({
      kind: 'usage_log',
      lines: [],
      startsOn: ['2026-01-03', 'verified'],
      endsOn: ['2026-01-20', 'verified'],
      cardHours: [197, 'verified'],
      records: [2, 'verified'],
      chip: ['昇腾910B', 'verified'],
    })
  })

  it('is read from GB18030 and from tabs alike', async () => {
    // 卡时 日期, as Windows writes them.
    const heads = [0xbf, 0xa8, 0xca, 0xb1, 0x09, 0xc8, 0xd5, 0xc6, 0xda, 0x0a]
    const bytes = Buffer.concat([Buffer.from(heads), Buffer.from('10.5\t2026-02-01\n0.25\t2026-02-03\n')])
    expect(await values(bytes)).toMatchObject({ cardHours: [10.75, 'verified'], endsOn: ['2026-02-03', 'verified'] })
  })

  it('multiplies cards and hours where nobody wrote the product', async () => {
    const text = 'start_time,end_time,gpu_count,duration(h)\n2026-03-01,2026-03-02,4,10\n2026-03-05,2026-03-06,1,0.1\n'
    expect(await values(utf8(text))).toMatchObject({ cardHours: [40.1, 'suggested'], records: [2, 'verified'] })
  })

  it('with a day that nobody can read leaves the days to a person', async () => {
    const read = await values(utf8('日期,卡时\n2026-03-01,1\n三月初二,2\n'))
    expect(read).toMatchObject({ startsOn: ['2026-03-01', 'suggested'], cardHours: [3, 'verified'] })
  })

  it('with an hour that is no number has no sum', async () => {
    expect(await values(utf8('日期,卡时\n2026-03-01,1\n2026-03-02,约2\n'))).not.toHaveProperty('cardHours')
  })
})

const BILL = `算力服务账单
账单编号,ZD202601000123
服务商,长沙测试智算科技有限公司
客户名称,长沙测试软件有限公司
账期,2026-01-01 至 2026-01-31
产品名称,卡时,金额（元）
昇腾910B实例,100,"1,200.50"
A800实例,20,800.00
合计,120,"2,000.50"
`

describe('a bill', () => {
  it('in a table is read exactly, and its sum added up', async () => {
    expect(await values(utf8(BILL))).toEqual({
      kind: 'compute_bill',
      lines: [
        { name: '昇腾910B实例', quantity: 100, amountFen: 120_050 },
        { name: 'A800实例', quantity: 20, amountFen: 80_000 },
      ],
      number: ['ZD202601000123', 'verified'],
      providerName: ['长沙测试智算科技有限公司', 'verified'],
      customerName: ['长沙测试软件有限公司', 'verified'],
      startsOn: ['2026-01-01', 'verified'],
      endsOn: ['2026-01-31', 'verified'],
      totalFen: [200_050, 'verified'],
    })
  })

  it('whose sum is another than its rows’ leaves the total to a person', async () => {
    expect(await values(utf8(BILL.replace('2,000.50', '2,000.00')))).toMatchObject({ totalFen: [200_000, 'suggested'] })
  })
})

it('a text without a table is no paper', async () => {
  await expect(reader.read(fileOf(utf8('你好')))).rejects.toMatchObject({ reason: 'unknown_type' })
})
