import { z } from 'zod'
import type { ErrorBody } from '../error'
import type { SameShape } from './shape'

export const FieldProblem = z
  .strictObject({
    field: z.string().meta({ description: '出问题的那一项：事实的编号，或者请求里的字段名' }),
    message: z.string().meta({ description: '哪里不对，给人看的话' }),
  })
  .meta({ description: '一处填得不对的地方' })

export const ErrorEnvelope = z
  .strictObject({
    error: z.strictObject({
      code: z.enum([
        'INVALID_INPUT',
        'MALFORMED_REQUEST',
        'MALFORMED_JSON',
        'UNSUPPORTED_MEDIA_TYPE',
        'BODY_TOO_LARGE',
        'HEADERS_TOO_LARGE',
        'REQUEST_TIMEOUT',
        'NOT_FOUND',
        'METHOD_NOT_ALLOWED',
        'UNAUTHENTICATED',
        'FORBIDDEN',
        'CONSENT_NEEDED',
        'CONFLICT',
        'TOO_MANY_REQUESTS',
        'BUSY',
        'PLATFORM_UNAVAILABLE',
        'NOT_READY',
        'INTERNAL',
      ]),
      message: z.string().meta({ description: '出了什么事，给人看的话' }),
      fields: z.exactOptional(z.array(FieldProblem)).meta({ description: '哪几项不对，一次全部列出' }),
      requestId: z.string().meta({ description: '这次请求的编号，找人帮忙时报这个号' }),
    }),
  })
  .meta({ description: '所有出错的回答都是这个样子' })
export type ErrorEnvelope = z.output<typeof ErrorEnvelope>

true satisfies SameShape<ErrorEnvelope, ErrorBody>
