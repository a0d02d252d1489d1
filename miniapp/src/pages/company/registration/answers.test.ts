import type { CompanyDetail } from '@suanhui/shared/api'
import { describe, expect, it } from 'vitest'
import { answersFrom, platformFor, problemsIn, sentForm } from './answers'

/** Fictitious. */
const company: CompanyDetail = {
  id: 'c1',
  creditCode: '91430100MA4TEST012',
  name: '长沙测试一号有限公司',
  region: '430104',
  role: 'owner',
  version: 1,
  source: 'person',
  updatedAt: '2026-11-21T00:00:00Z',
  profile: {
    registeredAddress: '长沙市岳麓区测试路1号',
    sme: true,
    revenueLastYearFen: 120_000_000,
    shareholders: [
      { name: '测试甲', share: 0.6 },
      { name: '测试乙', share: 0.4 },
    ],
    legalName: null,
  },
}

describe('what a company registers with', () => {
  it.each([
    ['430104', 'hunan-scheduling'],
    ['140105', 'shanxi-dispatch'],
    ['110101', undefined],
    [null, undefined],
  ])('%s goes to %s', (region, platform) => expect(platformFor(region)).toBe(platform))

  it('is filled in from the company, and nothing of the claim is asked', () => {
    const form = sentForm(answersFrom(company))
    expect(form).toMatchObject({
      companyName: company.name,
      creditCode: company.creditCode,
      sme: true,
      revenueLastYearFen: 120_000_000,
      shareholders: '测试甲，60；测试乙，40',
    })
    expect(form).not.toHaveProperty('claimedFen')
    expect(form).not.toHaveProperty('legalName')
  })

  it('tells what is missing', () => {
    const missing = problemsIn(answersFrom(company)).map(({ field }) => field)
    expect(missing).toContain('legalName')
    expect(missing).not.toContain('registeredAddress')
    expect(missing).not.toContain('claimedFen')
  })
})
