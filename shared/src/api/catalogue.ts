import { z } from 'zod'
import type { Contract } from './contract'
import { RuleAmount, RuleCriterion, RuleWarning } from './rule'

const Days = z.strictObject({ from: z.string(), to: z.string() }).meta({ description: '从哪天到哪天，两天都算' })
const Options = z.record(z.string(), z.string())
const Share = z.number().min(0).max(1)

export const CatalogueFact = z
  .strictObject({
    type: z.enum(['bool', 'fen', 'int', 'number', 'ratio', 'date', 'code', 'one of', 'set of']),
    label: z.string(),
    question: z.string(),
    help: z.exactOptional(z.string()),
    prefill: z.exactOptional(z.enum(['registry', 'papers'])),
    yes: z.exactOptional(z.string()),
    no: z.exactOptional(z.string()),
    prior: z.exactOptional(Share),
    unit: z.exactOptional(z.string()),
    step: z.exactOptional(z.number()),
    signed: z.exactOptional(z.boolean()),
    options: z.exactOptional(Options),
    priors: z.exactOptional(z.record(z.string(), Share)),
  })
  .meta({ description: '可以知道的一件事，以及怎么问' })

export const CatalogueMeasure = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    clauses: z.array(z.string()),
    summary: z.string(),
    audience: z.string(),
    materials: z.array(z.string()),
    handledBy: z.string(),
    applyAt: z.string(),
    deadline: z.string(),
    criteria: z.array(RuleCriterion),
    amount: RuleAmount,
    amountNote: z.exactOptional(z.string()),
    warnings: z.exactOptional(z.array(RuleWarning)),
  })
  .meta({ description: '一项政策措施' })

export const CatalogueDocument = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    documentNo: z.string(),
    issuer: z.string(),
    level: z.enum(['province', 'city']),
    region: z.string(),
    issuedOn: z.string(),
    inForce: Days,
    serviceWindow: z.exactOptional(Days),
    listing: z.enum(['open', 'history']),
    summary: z.string(),
    clauses: z.array(
      z.strictObject({ clause: z.string(), title: z.string(), withoutMeasure: z.exactOptional(z.string()) }),
    ),
    measures: z.array(CatalogueMeasure),
  })
  .meta({ description: '一份政策文件' })

export const CatalogueBody = z
  .strictObject({
    format: z.literal(1).meta({ description: '格式的版本；不认识的格式不要用，留着手里的' }),
    version: z.string().meta({
      description: '日期加内容摘要的前八位，规则改一个字就会变',
      examples: ['2026-11-21+3f9c0a1b'],
    }),
    facts: z.record(z.string(), CatalogueFact),
    areas: z.record(z.string(), z.string()),
    documents: z.array(CatalogueDocument),
    groups: z.array(z.strictObject({ title: z.string(), measures: z.array(z.string()) })),
  })
  .meta({ description: '全部规则，手机上没有网也能照着算' })

export const catalogueContract = {
  method: 'get',
  access: 'public',
  path: '/v1/catalogue',
  summary: '全部政策规则',
  description:
    '签名在 Catalogue-Signature 里，是分离的 JWS（RFC 7797，b64 为 false）：签的就是回答正文的原样字节，前面加上签名的第一段和一个点。' +
    '公钥在 /.well-known/jwks.json。签名头第一段写着用哪把钥匙（kid）。',
  answer: CatalogueBody,
  headers: {
    ETag: '内容的摘要；下次带上 If-None-Match，没有变就只回 304',
    'Catalogue-Signature': '分离的 JWS，中间一段是空的：<头>..<签名>，算法 ES256',
  },
  cached: true,
  errors: [],
} as const satisfies Contract
