import { z } from 'zod'
import { CreditCodeText } from './company-draft'
import type { Contract } from './contract'
import type { ReadOnly } from './shape'

export const RegistryEntry = z
  .strictObject({
    creditCode: z.string(),
    name: z.string(),
    region: z.string().nullable().meta({ description: '住所所在的区县，六位行政区划代码' }),
    registeredOn: z.string().nullable(),
    open: z.boolean().meta({ description: '假的就是已经注销或者被吊销' }),
    note: z.exactOptional(z.string()).meta({ description: '要请人留意的话' }),
  })
  .meta({ description: '登记机关记录的一家公司' })
export type RegistryEntry = ReadOnly<z.output<typeof RegistryEntry>>

const message = z.string().meta({ description: '接下来怎么办，直接给人看' })
const NotFound = z.strictObject({ result: z.literal('not_found'), message })
const Unavailable = z.strictObject({ result: z.literal('unavailable'), message })

export const RegistryCompany = z
  .discriminatedUnion('result', [
    z.strictObject({ result: z.literal('found'), company: RegistryEntry }),
    NotFound,
    Unavailable,
  ])
  .meta({ description: 'found 查到了；not_found 没有这家；unavailable 现在查不了，请本人填' })
export type RegistryCompany = ReadOnly<z.output<typeof RegistryCompany>>

export const RegistryCompanies = z
  .discriminatedUnion('result', [
    z.strictObject({ result: z.literal('found'), companies: z.array(RegistryEntry) }),
    NotFound,
    Unavailable,
  ])
  .meta({ description: 'found 查到了，最多20家；not_found 没有；unavailable 现在查不了，请本人填' })
export type RegistryCompanies = ReadOnly<z.output<typeof RegistryCompanies>>

const NEED_NAME = '公司名称至少写两个字'

export const registryCompanyContract = {
  method: 'get',
  access: 'person',
  path: '/v1/registry/companies/{creditCode}',
  summary: '按统一社会信用代码查登记信息',
  description: '每人每小时30次。查不了的时候回答 unavailable，不影响登记：公司名称和区县由本人填。',
  params: z.strictObject({ creditCode: CreditCodeText }),
  answer: RegistryCompany,
  errors: ['UNAUTHENTICATED', 'INVALID_INPUT', 'TOO_MANY_REQUESTS'],
} as const satisfies Contract

export const registryCompaniesContract = {
  method: 'get',
  access: 'person',
  path: '/v1/registry/companies',
  summary: '按公司名称查登记信息，写一部分也可以',
  description: '每人每小时30次，和按代码查的一起算。',
  query: z.strictObject({ name: z.string(NEED_NAME).trim().min(2, NEED_NAME).max(100, '公司名称最多写100个字') }),
  answer: RegistryCompanies,
  errors: ['UNAUTHENTICATED', 'INVALID_INPUT', 'TOO_MANY_REQUESTS'],
} as const satisfies Contract
