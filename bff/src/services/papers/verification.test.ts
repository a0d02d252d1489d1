import type { Reading } from '@suanhui/shared/papers'
import { describe, expect, it } from 'vitest'
import { invoiceVerification, questionOf, withVerified } from './verification'

const reading: Reading = {
  kind: 'invoice',
  kindConfidence: 1,
  fields: {
    number: { value: '26432000000000000001', source: 'qr', confidence: 0.99, status: 'suggested' },
    issuedOn: { value: '2026-11-03', source: 'qr', confidence: 0.99, status: 'suggested' },
    totalFen: { value: 10_600, source: 'ocr', confidence: 0.7, status: 'suggested' },
  },
  lines: [],
  seals: [],
  pages: [],
  disagreements: ['totalFen', 'remark'],
}
const official = {
  type: '32',
  number: '26432000000000000001',
  issuedOn: '2026-11-03',
  buyerName: '长沙测试智能科技有限公司',
  buyerCode: '91430104MA0TEXT0XX',
  sellerName: '长沙测试算力有限公司',
  sellerCode: '91430104MA0TEXT1XX',
  amountFen: 10_000,
  taxFen: 600,
  totalFen: 10_600,
}
const question = { number: '26432000000000000001', issuedOn: '2026-11-03', totalFen: 10_600 }

const asking = (answer: () => Response | Promise<Response>) => {
  const seen: Request[] = []
  const verify = invoiceVerification({
    url: 'https://verify.test',
    key: 'secret',
    fetch: async (input, init) => {
      seen.push(new Request(input, init))
      return answer()
    },
  })
  return { verify, seen }
}

describe('asking whether an invoice is genuine', () => {
  it('asks with what was read, and nothing while too little was', () => {
    expect(questionOf(reading)).toEqual(question)
    for (const name of ['number', 'issuedOn', 'totalFen']) {
      const { [name]: _, ...fields } = reading.fields
      expect(questionOf({ ...reading, fields })).toBeUndefined()
    }
  })

  it('takes the whole official content of one that matches', async () => {
    const { verify, seen } = asking(() => Response.json({ result: '一致', invoice: official }))
    expect(await verify(question)).toEqual({ result: 'matched', fields: official })
    expect(seen[0]?.url).toBe('https://verify.test/verify')
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer secret')
    expect(await seen[0]?.json()).toEqual(question)
  })

  it.each([
    ['不一致', 200, 'mismatch'],
    ['查无此票', 200, 'not_found'],
    ['超过次数', 429, 'too_many'],
    ['参数不对', 422, 'unavailable'],
    ['什么都不是', 500, 'unavailable'],
  ])('understands %s', async (result, status, meaning) => {
    const { verify } = asking(() => Response.json({ result }, { status }))
    expect(await verify(question)).toEqual({ result: meaning })
  })

  it('is unavailable where nobody answers, or with nonsense', async () => {
    expect(await asking(() => Promise.reject(new Error('refused'))).verify(question)).toEqual({ result: 'unavailable' })
    expect(await asking(() => new Response('<html>')).verify(question)).toEqual({ result: 'unavailable' })
    const endless = () => new Response(' '.repeat(100_000) + JSON.stringify({ result: '不一致' }))
    expect(await asking(endless).verify(question)).toEqual({ result: 'unavailable' })
  })

  it('goes nowhere else with the question and the key', async () => {
    const { verify, seen } = asking(() => Response.json({ result: '不一致' }))
    await verify(question)
    expect(seen[0]?.redirect).toBe('error')
  })

  it('makes fields verified, keeps their place, and settles disagreements', () => {
    const verified = withVerified(reading, official)
    expect(verified.fields.totalFen).toMatchObject({ source: 'verification', status: 'verified', confidence: 1 })
    expect(verified.fields.sellerName?.value).toBe('长沙测试算力有限公司')
    expect(verified.disagreements).toEqual(['remark'])
  })
})
