import { z } from 'zod'
import type { Catalogue } from '../rules'
import { CompanyDraft, CompanyName, CreditCodeText, Region } from './company-draft'
import type { Contract } from './contract'
import { factsSchema } from './facts'
import { InCompany } from './papers'
import type { ReadOnly } from './shape'

export const CompanyRole = z.enum(['owner', 'agent']).meta({ description: 'owner 负责人；agent 经办人' })

const summary = {
  id: z.uuid(),
  creditCode: z.string(),
  name: z.string(),
  region: z.string().nullable(),
  role: CompanyRole,
}

export const CompanySummary = z.strictObject(summary).meta({ description: '我所在的一家公司' })
export type CompanySummary = ReadOnly<z.output<typeof CompanySummary>>

export const CompanyList = z.strictObject({ companies: z.array(CompanySummary) }).meta({ description: '我所在的公司' })
export type CompanyList = ReadOnly<z.output<typeof CompanyList>>

export const CompanyDetail = z
  .strictObject({
    ...summary,
    version: z.int().meta({ description: '第几次改动之后的样子；改的时候带上它' }),
    source: z
      .enum(['registry', 'person'])
      .meta({ description: '登记信息是查来的（registry），还是本人填的（person）' }),
    profile: CompanyDraft.meta({ description: '公司自己的情况，申报表从这里填' }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ description: '一家公司的全部情况' })
export type CompanyDetail = ReadOnly<z.output<typeof CompanyDetail>>

const FactSource = z.enum(['registry', 'person', 'paper'])
const heard = {
  value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), z.null()]),
  source: FactSource.meta({ description: 'registry 登记信息；person 本人说的；paper 材料上读到的' }),
  sourceId: z.exactOptional(z.string()).meta({ description: '哪一份材料' }),
  knownOn: z.string().meta({ description: '哪一天知道的' }),
  updatedAt: z.iso.datetime(),
  updatedBy: z.exactOptional(z.uuid()),
}

export const CompanyFact = z
  .strictObject({
    ...heard,
    suggested: z
      .exactOptional(z.strictObject(heard))
      .meta({ description: '本人说过的不会被盖掉：别处看到的不一样，放在这里' }),
  })
  .meta({ description: '一项事实，和它的来历' })
export type CompanyFact = ReadOnly<z.output<typeof CompanyFact>>

export const CompanyFacts = z
  .strictObject({ facts: z.record(z.string(), CompanyFact) })
  .meta({ description: '已经知道的公司情况' })
export type CompanyFacts = ReadOnly<z.output<typeof CompanyFacts>>

const written = ['INVALID_INPUT', 'MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'CONFLICT'] as const

export const companiesContract = {
  method: 'get',
  access: 'person',
  path: '/v1/companies',
  summary: '我所在的公司',
  answer: CompanyList,
  errors: ['UNAUTHENTICATED'],
} as const satisfies Contract

export const newCompanyContract = {
  method: 'post',
  access: 'person',
  status: 201,
  path: '/v1/companies',
  summary: '登记一家公司，登记的人就是负责人',
  description:
    '校验位不对时先退回来请人再看一遍；确实没抄错的，带上 confirmCheckDigit 再交一次。一个人一次最多登记20家，之后每小时1家。',
  body: z.strictObject({
    creditCode: CreditCodeText,
    name: CompanyName,
    region: Region,
    confirmCheckDigit: z.exactOptional(z.literal(true)),
  }),
  answer: CompanyDetail,
  errors: ['UNAUTHENTICATED', 'TOO_MANY_REQUESTS', ...written],
} as const satisfies Contract

export const companyContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}',
  summary: '一家公司的全部情况',
  params: InCompany,
  answer: CompanyDetail,
  errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
} as const satisfies Contract

export const changeCompanyContract = {
  method: 'put',
  access: 'member',
  path: '/v1/companies/{companyId}',
  summary: '改公司的情况，改哪几项就写哪几项',
  description: '写 null 是清空。别人刚改过的，回答 409，什么也没有改：重新取一次，再改。',
  params: InCompany,
  body: CompanyDraft.extend({
    version: z.int(),
    name: z.exactOptional(CompanyName),
    region: z.exactOptional(Region),
  }),
  answer: CompanyDetail,
  errors: ['UNAUTHENTICATED', 'NOT_FOUND', ...written],
} as const satisfies Contract

export const companyFactsContract = {
  method: 'get',
  access: 'member',
  path: '/v1/companies/{companyId}/facts',
  summary: '已经知道的公司情况，和每一项的来历',
  params: InCompany,
  answer: CompanyFacts,
  errors: ['UNAUTHENTICATED', 'NOT_FOUND'],
} as const satisfies Contract

/** By the catalogue's own facts. */
export const changeCompanyFactsContract = (catalogue: Pick<Catalogue, 'facts'>) =>
  ({
    method: 'put',
    access: 'member',
    path: '/v1/companies/{companyId}/facts',
    summary: '本人说的公司情况',
    params: InCompany,
    body: z.strictObject({ facts: factsSchema(catalogue.facts) }),
    answer: CompanyFacts,
    errors: ['UNAUTHENTICATED', 'NOT_FOUND', ...written],
  }) as const satisfies Contract
