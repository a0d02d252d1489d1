import type { IsoDate } from '@suanhui/shared/date'
import type { RegionCode } from '@suanhui/shared/region'

/** A company as the registry knows it. What it does not say in a form we take is absent. */
export interface RegisteredCompany {
  readonly creditCode: string
  readonly name: string
  readonly region?: RegionCode
  readonly registeredOn?: IsoDate
  /** 法定代表人 */
  readonly legalName?: string
  readonly businessScope?: string
  /** 存续, 注销, 吊销… as the registry writes it. */
  readonly status: string
}

export type RegistryAnswer<T> =
  | { readonly result: 'found'; readonly value: T }
  | { readonly result: 'not_found' }
  | { readonly result: 'unavailable' }

/** The registry of companies (企业登记信息). Never throws: whoever does not answer is `unavailable`. */
export interface CompanyRegistry {
  byCreditCode(creditCode: string): Promise<RegistryAnswer<RegisteredCompany>>
  /** By a part of the name, two characters at least; at most 20. */
  byName(name: string): Promise<RegistryAnswer<readonly RegisteredCompany[]>>
}
