import { z } from 'zod'
import type { Contract } from './contract'

export const Health = z.strictObject({ status: z.literal('ok') }).meta({ description: '一切正常' })

export const healthContract = {
  method: 'get',
  access: 'public',
  path: '/healthz',
  summary: '程序活着没有',
  answer: Health,
  errors: [],
} as const satisfies Contract

export const readinessContract = {
  method: 'get',
  access: 'public',
  path: '/readyz',
  summary: '能不能对外服务：规则已签名，网页已就位',
  answer: Health,
  errors: ['NOT_READY'],
} as const satisfies Contract

export const openapiContract = {
  method: 'get',
  access: 'public',
  path: '/openapi.json',
  summary: '这份接口说明',
  answer: z
    .looseObject({ openapi: z.literal('3.1.1'), info: z.looseObject({}), paths: z.looseObject({}) })
    .meta({ description: 'OpenAPI 3.1 文档' }),
  errors: [],
} as const satisfies Contract
