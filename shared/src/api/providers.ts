import { z } from 'zod'
import type { Contract } from './contract'
import { CivilDate } from './date'

const Fen = z.int().min(0)

export const ProviderSummary = z
  .strictObject({
    id: z.string().meta({ description: '供给方的编号' }),
    platform: z.string().meta({ description: '在哪个平台注册' }),
    platformName: z.string(),
    name: z.string(),
    creditCode: z.string().meta({ description: '统一社会信用代码' }),
    region: z.string().meta({ description: '所在地，六位行政区划代码' }),
    chips: z.array(z.string()).meta({ description: '有哪些芯片' }),
    domesticChips: z.boolean().meta({ description: '用的是不是国产芯片' }),
    qualityScore: z.number().nullable().meta({ description: '平台监管给的服务质量分，0到100；还没有评就是 null' }),
    lowestPriceFen: Fen.nullable().meta({ description: '最便宜的一项，单位分；没有公布就是 null' }),
    registered: z.boolean().meta({ description: '那一天是不是在册' }),
  })
  .meta({ description: '一家算力供给方' })

const RegistryAge = {
  on: CivilDate.meta({ description: '按哪一天看是不是在册' }),
  asOf: z.iso.datetime().nullable().meta({ description: '名录是什么时候从平台取来的；还没有取到就是 null' }),
  stale: z.boolean().meta({ description: '名录超过一天没有更新，内容可能旧了' }),
}

export const ProviderList = z
  .strictObject({
    providers: z.array(ProviderSummary),
    cursor: z.string().nullable().meta({ description: '下一页从这里开始；没有下一页就是 null' }),
    ...RegistryAge,
    notice: z.string().nullable().meta({ description: '要对人说的话：名录旧了，或者平台还没有接通' }),
  })
  .meta({ description: '算力供给方名录' })
export type ProviderList = z.output<typeof ProviderList>

export const ProviderDetail = z
  .strictObject({
    ...ProviderSummary.shape,
    prices: z.array(z.strictObject({ item: z.string(), unit: z.string(), priceFen: Fen })),
    periods: z
      .array(z.strictObject({ from: CivilDate, to: CivilDate.nullable() }))
      .meta({ description: '哪些日子在册，到今天还在册的 to 是 null' }),
    ...RegistryAge,
  })
  .meta({ description: '一家算力供给方的详情' })
export type ProviderDetail = z.output<typeof ProviderDetail>

export const providersContract = {
  method: 'get',
  access: 'public',
  path: '/v1/providers',
  summary: '查算力供给方名录',
  query: z.strictObject({
    q: z.exactOptional(z.string().trim().max(50)).meta({ description: '名称里的字，或者统一社会信用代码' }),
    chip: z.exactOptional(z.string().trim().max(60)).meta({ description: '芯片' }),
    domestic: z.exactOptional(z.enum(['true', 'false'])).meta({ description: '是不是国产芯片' }),
    region: z
      .exactOptional(z.string().regex(/^\d{2}(\d{2}){0,2}$/, { error: '地区要写2、4或者6位数字' }))
      .meta({ description: '地区代码的前2、4或6位' }),
    on: z.exactOptional(CivilDate).meta({ description: '按哪一天看是不是在册，不写就是今天' }),
    registeredOnly: z.exactOptional(z.enum(['true', 'false'])).meta({ description: '只看那一天在册的' }),
    sort: z.enum(['name', 'price', 'quality']).default('name').meta({ description: '按什么排' }),
    cursor: z.exactOptional(z.string().regex(/^\d{1,6}$/, { error: '请从第一页重新开始' })),
  }),
  answer: ProviderList,
  errors: ['INVALID_INPUT'],
} as const satisfies Contract

export const providerContract = {
  method: 'get',
  access: 'public',
  path: '/v1/providers/{providerId}',
  summary: '看一家算力供给方',
  params: z.strictObject({ providerId: z.string() }),
  query: z.strictObject({ on: z.exactOptional(CivilDate) }),
  answer: ProviderDetail,
  errors: ['NOT_FOUND', 'INVALID_INPUT'],
} as const satisfies Contract
