import type { CompanyDraft } from '@suanhui/shared/api'
import { describe, expect, it } from 'vitest'
import { companyProfileOf, profileFields, valuesOf } from './fields'

/** The compiler asks for each. */
const KEPT: Readonly<Record<keyof CompanyDraft, true>> = {
  registeredAddress: true,
  registeredOn: true,
  officeAddress: true,
  legalName: true,
  legalSex: true,
  legalIdKind: true,
  legalIdNumber: true,
  legalPosition: true,
  legalPhone: true,
  contactName: true,
  contactSex: true,
  contactIdKind: true,
  contactIdNumber: true,
  contactPosition: true,
  contactPhone: true,
  contactEmail: true,
  revenueLastYearFen: true,
  revenueThisYearFen: true,
  shareholders: true,
  sme: true,
  businessScope: true,
  introduction: true,
  bankName: true,
  bankAccount: true,
}

describe('the fields of the company profile', () => {
  it('are all that the server keeps, each once', () => {
    expect(profileFields.map(({ key }) => key).sort()).toEqual(Object.keys(KEPT).sort())
  })

  it('show what was given, and nothing that was taken back', () => {
    expect(Object.keys(valuesOf({ legalName: '测试甲', bankName: null }))).toEqual(['legalName'])
  })

  it('fill in forms under the registered name and code', () => {
    const company = { name: '长沙测试有限公司', creditCode: '91430100MA4TEST012', profile: { legalName: null } }
    const detail = {
      ...company,
      id: '',
      region: null,
      role: 'owner',
      version: 1,
      source: 'person',
      updatedAt: '',
    } as const
    expect(companyProfileOf(detail)).toEqual({ name: company.name, creditCode: company.creditCode })
  })
})
