import type { FactValues } from '@suanhui/shared/facts'
import type { RegisteredCompany } from '../../registry/registry'

/** 登记管理部门和机构类别: the first two characters of a credit code (GB 32100-2015, table 2). */
const KINDS: Readonly<Record<string, string>> = { 91: 'enterprise', 53: 'foundation' }

/** 有限责任公司 and 股份有限公司 are legal persons (公司法第三条), their branches are not (第十三条). */
const LEGAL_PERSON = /有限(责任)?公司$/
const BRANCH = /分公司$/

/** The facts that follow from the registry's entry for certain; no guess. */
export function factsOfRegistered({ creditCode, name, region }: RegisteredCompany): FactValues {
  const kind = KINDS[creditCode.slice(0, 2)]
  return {
    ...(region !== undefined && { 'company.region': region }),
    ...(kind !== undefined && { 'company.kind': kind }),
    ...(LEGAL_PERSON.test(name) && { 'company.independentLegalLiability': true }),
    ...(BRANCH.test(name) && { 'company.independentLegalLiability': false }),
  }
}
