import { hasRightCheckCharacter } from '@suanhui/shared/credit-code'
import { describe, expect, it } from 'vitest'
import { COMPANIES } from './seeds/companies'
import { PROVIDERS } from './seeds/providers'
import { TEMPLATE_IDS, TEMPLATES } from './seeds/templates'
import { testSandbox } from './test-sandbox'
import { json } from './vendor-clients'

describe('the seeds', () => {
  it('have right check digits, and each code once', () => {
    for (const { creditCode } of COMPANIES)
      expect([creditCode, hasRightCheckCharacter(creditCode)]).toEqual([creditCode, true])
    expect(new Set(COMPANIES.map(({ creditCode }) => creditCode)).size).toBe(COMPANIES.length)
  })

  it('hold providers of every kind', () => {
    expect(PROVIDERS.length).toBeGreaterThanOrEqual(35)
    expect(PROVIDERS.some(({ lapsedOn }) => lapsedOn !== undefined)).toBe(true)
    for (const domestic of [true, false]) {
      expect(PROVIDERS.some(({ chips }) => chips.every((chip) => chip.domestic === domestic))).toBe(true)
    }
  })
})

describe('the company registry', () => {
  it('answers who shows the key', async () => {
    const { url, secrets } = await testSandbox()
    const [company] = COMPANIES
    const address = `${url}/registry/companies/${company?.creditCode}`
    expect((await fetch(address)).status).toBe(401)
    const headers = { authorization: `Bearer ${secrets.registryKey}` }
    expect(await json(address, undefined, headers)).toEqual(company)
    expect(await json(`${url}/registry/companies?name=${encodeURIComponent('测试智绘')}`, undefined, headers)).toEqual({
      companies: [company],
    })
    expect((await fetch(`${url}/registry/companies/911234567890123456`, { headers })).status).toBe(404)
  })
})

describe('the verification of invoices', () => {
  const invoice = {
    type: '32',
    number: '26432000000000000001',
    issuedOn: '2026-03-01',
    buyerName: '长沙测试智绘科技有限公司',
    buyerCode: COMPANIES[0]?.creditCode,
    sellerName: '长沙测试星河算力有限公司',
    sellerCode: PROVIDERS[0]?.creditCode,
    amountFen: 100_000,
    taxFen: 6_000,
    totalFen: 106_000,
  }

  it('all right, one thing wrong, unknown, and five tries a day', async () => {
    let now = new Date('2026-11-21T04:00:00Z')
    const { url, secrets } = await testSandbox({ clock: () => now })
    await json(`${url}/world/invoices`, invoice)
    const headers = { authorization: `Bearer ${secrets.invoiceKey}` }
    const verify = (changed: object = {}) =>
      json(
        `${url}/invoice-verification/verify`,
        { number: invoice.number, issuedOn: invoice.issuedOn, totalFen: 106_000, ...changed },
        headers,
      )
    expect(await verify()).toMatchObject({ result: '一致', invoice: { ...invoice, voided: false } })
    expect(await verify({ totalFen: 106_001 })).toEqual({ result: '不一致' })
    expect(await verify({ issuedOn: '2026-03-02' })).toEqual({ result: '不一致' })
    expect(await verify({ number: '26432000000000000002' })).toEqual({ result: '查无此票' })
    await verify()
    await verify()
    expect(await verify()).toMatchObject({ result: '超过次数' })
    now = new Date('2026-11-21T16:00:01Z')
    expect(await verify()).toMatchObject({ result: '一致' })
  })
})

describe('the switches', () => {
  it('503 before the work, a cut line after it, and everything whole again', async () => {
    const sandbox = await testSandbox()
    const { url, secrets } = sandbox
    const change = (settings: object) => fetch(`${url}/faults/api`, { method: 'PUT', body: JSON.stringify(settings) })
    const ask = () =>
      fetch(`${url}/registry/companies/x`, { headers: { authorization: `Bearer ${secrets.registryKey}` } })
    await change({ errorShare: 1 })
    expect((await ask()).status).toBe(503)
    await change({ errorShare: 0, dropShare: 1 })
    await expect(ask()).rejects.toThrow()
    expect((await change({ dropShare: 2 })).status).toBe(422)
    await fetch(`${url}/faults/api`, { method: 'DELETE' })
    expect((await ask()).status).toBe(404)
  })

  it('the same seed, the same faults', async () => {
    const { faults } = (await testSandbox()).world
    const draw = () => {
      faults.change({ errorShare: 0.5, seed: 7 })
      return Array.from({ length: 40 }, () => faults.happens('errorShare'))
    }
    expect(draw()).toEqual(draw())
  })
})

describe('the templates', () => {
  it('have ids as the vendors give them, and values numbered for Tencent', () => {
    expect(TEMPLATES.aliyun[TEMPLATE_IDS.aliyun.login_code ?? '']?.kind).toBe('code')
    for (const { text } of Object.values(TEMPLATES.tencent)) expect(text).toMatch(/\{1\}/)
    for (const id of Object.keys(TEMPLATES.wechat)) expect(id).toMatch(/^[\w-]{43}$/)
  })
})
