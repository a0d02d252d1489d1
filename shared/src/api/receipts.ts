import { z } from 'zod'
import type { Catalogue } from '../rules'
import type { Contract } from './contract'
import { CivilDate } from './date'
import { MatchDecision, matchRequest } from './match'

/** What a receipt says: the decision, without the facts, of which it holds the hash only. */
export const ReceiptContent = z
  .strictObject({
    catalogueVersion: z.string().meta({ description: '按哪一版规则算的' }),
    asOf: CivilDate,
    factsSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: '所填情况的 SHA-256：事实按编号排序，去掉没有填的，写成紧凑 JSON' }),
    decisions: z.array(MatchDecision.pick({ measureId: true, status: true, amount: true })),
    issuedAt: z.iso.datetime(),
  })
  .meta({ description: '凭证里写的内容' })
export type ReceiptContent = z.output<typeof ReceiptContent>

export const Receipt = z
  .strictObject({
    receipt: z
      .string()
      .meta({ description: '签过名的凭证（JWS，紧凑写法），用 /.well-known/jwks.json 里的公钥可以自己验' }),
    content: ReceiptContent,
  })
  .meta({ description: '匹配结果的凭证' })
export type Receipt = z.output<typeof Receipt>

export const ReceiptCheck = z
  .strictObject({
    valid: z.boolean(),
    message: z.string().meta({ description: '给人看的话' }),
    content: z.exactOptional(ReceiptContent).meta({ description: '凭证是真的才有' }),
  })
  .meta({ description: '凭证是不是真的' })
export type ReceiptCheck = z.output<typeof ReceiptCheck>

export function receiptContract(catalogue: Catalogue) {
  return {
    method: 'post',
    access: 'public',
    path: '/v1/match/receipts',
    summary: '把匹配结果开成一张可以验证的凭证',
    description: '和 /v1/match 同样的内容；不保存。凭证里只有结果和所填情况的指纹，没有情况本身。',
    status: 201,
    body: matchRequest(catalogue),
    answer: Receipt,
    errors: ['MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'INVALID_INPUT'],
  } as const satisfies Contract
}

const token = z.string().min(1, { error: '请给出凭证' }).max(40_000, { error: '凭证太长了' })

export const verifyReceiptContract = {
  method: 'post',
  access: 'public',
  path: '/v1/receipts/verify',
  summary: '验一张凭证是不是真的',
  body: z.strictObject({ receipt: token }),
  answer: ReceiptCheck,
  errors: ['MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'INVALID_INPUT'],
} as const satisfies Contract

export const verifyReceiptByAddressContract = {
  method: 'get',
  access: 'public',
  path: '/v1/receipts/verify',
  summary: '验一张凭证是不是真的（凭证写在地址里，适合短的）',
  query: z.strictObject({ receipt: token }),
  answer: ReceiptCheck,
  errors: ['INVALID_INPUT'],
} as const satisfies Contract
